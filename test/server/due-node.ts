import { openDatabase } from '../../server/db/open.ts'
import { actOnDue, type OnDue } from '../../server/notice/deadlines.ts'
import { openDuty } from '../../server/notice/duties.ts'

/**
 * One node of an installation, as a process of its own: acts on what is due and says how often it did. Run with the
 * data folder, the URL of the database (or an empty word), and the time; starts when it is sent a line.
 */
const [, , dataDir = '', databaseUrl = '', now = ''] = process.argv
const db = openDatabase({ dataDir, databaseUrl: databaseUrl || undefined })

const open: OnDue = (trx, { agreementId, subject }) =>
  openDuty(trx, { agreementId, kind: 'test.node', subject: `${subject}/${process.pid}`, bearer: {}, path: '/' }, now)

process.stdin.once('data', async () => {
  const acted = await actOnDue(db, { 'test.node': open }, now, (error) => {
    throw error
  })
  await db.close()
  process.stdout.write(`${acted}\n`)
})
process.stdout.write('ready\n')
