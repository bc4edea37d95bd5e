import { encodeLive } from '../../shared/live-wire.ts'

/** What goes over the provider's sockets, as we number it. */
export interface Traffic {
  /** The connection stands; what is said first. */
  hello(): { device: string; next: number; epoch: number }
  /** An update leaves: the answer to the server's question, or a change as it happens. */
  update(catchesUp: boolean): void
}

/**
 * A socket for y-websocket's provider that introduces itself before the provider says anything, and counts the updates
 * that the provider sends. The provider's own messages stay as they are.
 */
export const numberedSocket = (traffic: Traffic): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('open', () =>
        super.send(encodeLive({ is: 'hello', ...traffic.hello() }) as Uint8Array<ArrayBuffer>),
      )
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === syncMessage && (data[1] === answer || data[1] === change))
        traffic.update(data[1] === answer)
      super.send(data)
    }
  }

const syncMessage = 0
const answer = 1
const change = 2
