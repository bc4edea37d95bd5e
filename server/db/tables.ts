import type { AccountTables } from '../account/table.ts'
import type { AgreementTables } from '../agreement/table.ts'
import type { CommitmentTables } from '../commitment/table.ts'
import type { ForumTables } from '../forum/table.ts'
import type { LedgerTables } from '../ledger/table.ts'
import type { NoticeTables } from '../notice/table.ts'
import type { PlanTables } from '../plan/table.ts'
import type { GapTables } from '../record/gaps/table.ts'
import type { RecordTables } from '../record/table.ts'
import type { SyncTables } from '../sync/table.ts'

/** Every table of an installation; each room describes its own. */
export interface Tables
  extends AccountTables,
    AgreementTables,
    LedgerTables,
    NoticeTables,
    SyncTables,
    ForumTables,
    RecordTables,
    GapTables,
    PlanTables,
    CommitmentTables {}
