import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/database.ts'

/** What every route finds in its context. */
export interface Env {
  Variables: {
    db: Database
    /** The instant at which the request arrived; verbs take it as their `now`. */
    now: Instant
    /** Under which address people reach this installation, the styles that its pages link, and whom to tell of a hole. */
    site: { publicUrl: string; styles: readonly string[]; contact?: string | undefined }
    /** The signed-in person, or undefined on a public route. */
    visitor: Actor | undefined
    /** The signed-in person. Only routes whose rule admits signed-in persons may read it. */
    actor: Actor
    /** SHA-256 (hex) of the session's token, where there is a session. */
    session: string | undefined
    /** The address that the request came from, for limits only; never stored. */
    address: string
  }
}
