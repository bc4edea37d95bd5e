import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded into every measured server before its own code: says, when asked, how long its event loop stood still. */
const resolution = 1
const delays = monitorEventLoopDelay({ resolution })

process.on('message', (word) => {
  if (word === 'watch') {
    delays.reset()
    delays.enable()
  }
  if (word === 'tell') {
    delays.disable()
    process.send?.(Math.max(0, delays.max / 1e6 - resolution))
  }
})
process.channel?.unref()
