import { type Asked, chance, type Findings } from '../report.ts'
import { throwFrames } from './gate-frames.ts'
import { throwCostly, throwUpdates, withoutGate } from './gate-updates.ts'

/**
 * Throws mutated, cut, spliced and invented updates and every attack that we know at the gate, and frames at a server at
 * which somebody honest writes. Counts what changed although it was refused, what Yjs did not keep of a verdict, and
 * honest updates that were not taken. The control lets Yjs take the same updates without a gate, and must see halves of
 * them applied.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const random = chance(asked.seed)
  const updates = throwUpdates(quick ? 20_000 : 2_800_000, random, say)
  say(`${updates.thrown} updates: ${updates.refused} refused, ${updates.changed} changed something all the same`)
  const costly = throwCostly()
  const control = withoutGate(quick ? 5_000 : 100_000, random)
  say(`control: ${control} of them half applied without the gate`)
  const frames = await throwFrames(asked, quick ? 3_000 : 200_000, random)
  return {
    figures: { ...updates, ...costly, controlHalfApplied: control, ...frames },
    pass: {
      refusedChangesNothing: updates.changed === 0 && updates.refused > 0,
      everyAttackIsRefused: updates.attacks > 0 && updates.attacksTaken === 0,
      yjsKeepsEveryVerdict: updates.notKept === 0 && updates.taken > 0,
      everyHonestUpdateIsTaken: updates.honestRefused === 0 && frames.honestMissing === 0,
      onlyTheHonestAreInTheLog: frames.strangersInTheLog === 0 && frames.replayRefused === 0,
      presenceStays: frames.presenceLost === 0,
      memoryStaysBounded: updates.grownMB < 256 && frames.serverGrownMB < 256,
      noStallAbove100ms: updates.longestMs < 100 && costly.costliestMs < 100 && frames.serverStallMs < 100,
      theServerStands: frames.serverStands === 1,
      theControlHalfApplies: control > 0,
    },
  }
}
