import type { Migration } from 'kysely/migration'
import * as account from './0001-account.ts'
import * as agreement from './0002-agreement.ts'
import * as ledger from './0003-ledger.ts'
import * as notice from './0004-notice.ts'
import * as sync from './0005-sync.ts'
import * as forum from './0006-forum.ts'
import * as record from './0007-record.ts'
import * as plan from './0008-plan.ts'
import * as commitment from './0009-commitment.ts'
import * as lateEdits from './0010-late-edits.ts'
import * as documentVersions from './0011-document-versions.ts'
import * as snapshotParts from './0012-snapshot-parts.ts'
import * as leanLog from './0013-lean-log.ts'
import * as comparison from './0015-comparison.ts'
import * as lastingImports from './0016-lasting-imports.ts'
import * as sealing from './0017-sealing.ts'
import * as gaps from './0018-gaps.ts'
import * as strategiesAndCriteria from './0019-strategies-and-criteria.ts'

/** In order, and static: a bundle or a folder without globbing holds them too. A released migration never changes. */
export const migrations: Record<string, Migration> = {
  '0001-account': account,
  '0002-agreement': agreement,
  '0003-ledger': ledger,
  '0004-notice': notice,
  '0005-sync': sync,
  '0006-forum': forum,
  '0007-record': record,
  '0008-plan': plan,
  '0009-commitment': commitment,
  '0010-late-edits': lateEdits,
  '0011-document-versions': documentVersions,
  '0012-snapshot-parts': snapshotParts,
  '0013-lean-log': leanLog,
  '0015-comparison': comparison,
  '0016-lasting-imports': lastingImports,
  '0017-sealing': sealing,
  '0018-gaps': gaps,
  '0019-strategies-and-criteria': strategiesAndCriteria,
}
