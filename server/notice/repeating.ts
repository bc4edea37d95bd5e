/** Work that a process does again and again, until it is stopped. */
export interface Repeating {
  /** Resolves when what runs has ended. */
  stop(): Promise<void>
}

/** Works at once and then every so often; where it takes longer than that, the next time begins when it has ended. */
export function repeat(
  everyMs: number,
  work: (isStopped: () => boolean) => Promise<unknown>,
  onError: (error: unknown) => void,
): Repeating {
  let running: Promise<unknown> | undefined
  let stopped = false
  const tick = () => {
    running ??= work(() => stopped)
      .catch(onError)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(tick, everyMs)
  tick()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
