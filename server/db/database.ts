import type { Kysely, Transaction } from 'kysely'
import type { AppendLog, Held } from './append.ts'
import type { Signals } from './signals.ts'
import type { Tables } from './tables.ts'

export type Reader = Kysely<Tables> | Transaction<Tables>
export type Trx = Transaction<Tables>

/** An open installation database. Nothing outside this folder knows which engine answers. */
export interface Database {
  /** For queries outside a transaction. On SQLite a connection of its own, opened read-only. */
  read: Kysely<Tables>
  /**
   * Runs `work` in one serializable transaction and returns its value. `work` may run again when the engine reports
   * that two transactions met; it must touch nothing but `trx`. What must follow a commit is given to `afterCommit`.
   */
  write<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result>
  /** Appends to the logs of live documents, in a transaction of its own. */
  append: AppendLog
  /**
   * Runs `work` in one transaction while no other process can append to these documents, which are read as they then
   * are. Nothing of it is durable before it resolves.
   */
  holding<Result>(documentIds: readonly string[], work: (held: Held) => Promise<Result>): Promise<Result>
  /** What the processes on this database tell each other. */
  signals: Signals
  /** Writes for real and throws where that fails: a lock that could be had says nothing about the disk. */
  probe(): Promise<void>
  /** Milliseconds since 1970 by the clock that all processes share; absent where there is but one process. */
  time?(): Promise<number>
  /** The writing connection outside a transaction: for migrations, and for nothing else. */
  writer: Kysely<Tables>
  close(): Promise<void>
}

const followers = new WeakMap<Trx, (() => void)[]>()

/** Runs `follow` once after the transaction has committed; never when it was rolled back. */
export function afterCommit(trx: Trx, follow: () => void): void {
  const list = followers.get(trx)
  if (!list) throw new Error('afterCommit needs a transaction that Database.write opened')
  list.push(follow)
}

/** What an engine says of transactions that run at the same time. */
export interface Meeting {
  /** Whether the error says that two transactions met, and that the one which hears it may run again. */
  meets(error: unknown): boolean
  /** Begins a transaction's turn beside others. */
  pass?(trx: Trx): Promise<unknown>
  /** Runs a transaction when no other is under way, and holds the others back meanwhile. */
  alone?<Result>(run: (on: Kysely<Tables>) => Promise<Result>): Promise<Result>
}

/** So often a transaction may meet others before it runs alone: many short ones could keep a longer one from its end. */
const meetings = 4

/** The engines' shared half of `write`: collects what follows the commit, runs it after, retries what met another. */
export async function commit<Result>(
  writer: Kysely<Tables>,
  work: (trx: Trx) => Promise<Result>,
  { meets, pass, alone }: Meeting,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const after: (() => void)[] = []
    const isAlone = alone !== undefined && attempt > meetings
    const run = (on: Kysely<Tables>) =>
      on
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (trx) => {
          followers.set(trx, after)
          if (!isAlone) await pass?.(trx)
          return work(trx)
        })
    const committed = await (isAlone ? alone(run) : run(writer)).then(
      (result) => ({ result }),
      async (error: unknown) => {
        if (attempt >= 12 || !meets(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
        return undefined
      },
    )
    if (!committed) continue
    // Past the commit nothing runs the work again, whatever a follower throws.
    for (const follow of after) follow()
    return committed.result
  }
}
