import { watchStalls } from '../../sync/stalls.ts'

/** Loaded into every measured server before its own code: says, when asked, how long its event loop stood still. */
let stalls: ReturnType<typeof watchStalls> | undefined

process.on('message', (word) => {
  stalls ??= watchStalls()
  const found = stalls.sinceLast()
  if (word === 'tell') process.send?.(found)
})
// A bench that was broken off leaves no servers behind.
process.once('disconnect', () => process.exit())
process.channel?.unref()
