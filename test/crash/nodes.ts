import type { Findings } from '../report.ts'
import { type Asked, chance, quantile, round } from '../report.ts'
import { type Broken, breakAgain, type Faults } from './nodes-faults.ts'

const none: Faults = { kill: 0, restart: 0, partition: 0, skew: 0, drain: 0 }

/**
 * Breaks a cluster of three nodes on PostgreSQL while people write on all of them: kills nodes, restarts the database under
 * them, cuts a node's way to it, sets a node's clock a day off, and stops nodes as a rolling restart does. Whatever a
 * screen called saved must be in the text, once. Half of the people come back with an empty machine, so that nothing of a
 * loss is healed by who wrote it. The control acknowledges before it commits and must lose something.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const random = chance(asked.seed)
  const faults: Faults = quick
    ? { kill: 2, restart: 1, partition: 1, skew: 1, drain: 1 }
    : { kill: 60, restart: 20, partition: 20, skew: 5, drain: 20 }
  const ours = await breakAgain({ faults, random, acknowledgeFirst: false, say })
  const control = await breakAgain({
    faults: { ...none, kill: quick ? 6 : 40 },
    random,
    acknowledgeFirst: true,
    enough: (broken) => broken.lost > 0,
    say,
  })
  return { figures: { ...figuresOf(ours, faults), controlLost: control.lost }, pass: verdictOf(ours, control) }
}

const seconds = (ms: number) => round(ms / 1_000)

function figuresOf(found: Broken, faults: Faults): Findings['figures'] {
  const { recoveryMs } = found
  const all = Object.values(recoveryMs).flat()
  const p95 = Object.entries(recoveryMs).map(([kind, list]) => [
    `recovery_${kind}_p95_s`,
    seconds(quantile(list, 0.95)),
  ])
  return {
    nodes: found.nodes,
    partitionsBy: found.partitionsBy,
    ...Object.fromEntries(Object.entries(faults).map(([kind, count]) => [`${kind}s`, count])),
    editsSaved: found.saved,
    savedLost: found.lost,
    storedTwice: found.duplicated,
    storedNeverSent: found.invented,
    brokenChains: found.brokenChains,
    nodesThatDisagree: found.disagreeing,
    worstClockErrorMs: Math.round(found.clockErrorMs),
    recovery_p95_s: seconds(quantile(all, 0.95)),
    recovery_max_s: seconds(Math.max(...all)),
    ...Object.fromEntries(p95),
  }
}

const verdictOf = (ours: Broken, control: Broken): Findings['pass'] => ({
  nothingSavedIsLost: ours.lost === 0 && ours.saved > 0,
  nothingIsStoredTwice: ours.duplicated === 0,
  nothingIsInvented: ours.invented === 0,
  everyChainHolds: ours.brokenChains === 0,
  everyNodeShowsTheSame: ours.disagreeing === 0,
  aWrongClockChangesNoTime: ours.clockErrorMs < 5_000,
  recoversWithinTenSeconds: quantile(Object.values(ours.recoveryMs).flat(), 0.95) < 10_000,
  theControlLosesSomething: control.lost > 0,
})
