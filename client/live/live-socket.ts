import * as decoding from 'lib0/decoding'
import { encodeLive } from '../../shared/live-wire.ts'

/** What goes over the provider's sockets, as we number it. */
export interface Traffic {
  /** The connection stands; what is said first. */
  hello(): { device: string; next: number; epoch: number }
  /** An update leaves: the answer to the server's question, or a change as it happens. */
  update(catchesUp: boolean): void
  /** Nothing that is written here may go out any more. */
  isClosed(): boolean
  /** Under which id this client shows its presence. */
  presence: number
}

/**
 * A socket for y-websocket's provider that introduces itself before the provider says anything, and counts the updates
 * that the provider sends. The provider's own messages stay as they are, but for one kind: it repeats to the server what
 * the server told it of others' presence, which in a full room is most of what would be sent.
 */
export const numberedSocket = (Base: typeof WebSocket, traffic: Traffic): typeof WebSocket =>
  class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('open', () =>
        super.send(encodeLive({ is: 'hello', ...traffic.hello() }) as Uint8Array<ArrayBuffer>),
      )
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) {
        if (data[0] === presenceMessage && firstShown(data) !== traffic.presence) return
        if (data[0] === syncMessage && (data[1] === answer || data[1] === change)) {
          if (traffic.isClosed()) return
          traffic.update(data[1] === answer)
        }
      }
      super.send(data)
    }
  }

/** Whose presence a message begins with; a client's own is always alone in its message. */
function firstShown(message: Uint8Array): number | undefined {
  const decoder = decoding.createDecoder(message)
  decoding.readVarUint(decoder)
  const shown = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return decoding.readVarUint(shown) === 0 ? undefined : decoding.readVarUint(shown)
}

const syncMessage = 0
const presenceMessage = 1
const answer = 1
const change = 2
