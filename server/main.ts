import { existsSync } from 'node:fs'
import { ensureFirstInvitation } from './account/invitations.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { seedDemo } from './demo/seed.ts'
import { describeEnvironment, type Environment, readEnvironment, WrongEnvironment } from './environment.ts'
import { openLog } from './log.ts'
import { forgetSealed } from './record/seal-loss.ts'
import { startServer } from './serve.ts'

const help = `Parley hosts the periodic fora of a labour agreement.

  npm start                serve the installation that the environment names
  npm run demo             build, seed the US-Cambodia demonstration once, and serve it
  node server/main.ts --forget-sealed   the seal key is lost: what is not open is taken away, and a new key made
  node server/main.ts --help

Environment:
${describeEnvironment()}

GET /healthz answers 200 while the process serves; GET /readyz answers 200 when the log takes writes.
SIGTERM and SIGINT end the process within ten seconds: live texts are closed after what was sent is stored.`

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(help)
    return
  }
  const demo = process.argv.includes('--demo')
  const environment = readEnvironment(demo ? { DATA_DIR: 'data/demo', ...process.env } : process.env)
  if (process.argv.includes('--forget-sealed')) return forget(environment)
  const log = openLog(demo ? 'warn' : environment.logLevel)
  const notes: string[] = []
  const running = await startServer(environment, log, async (db, now) => {
    if (demo) notes.push(...(await seedDemo(db, now)))
    const link = await ensureFirstInvitation(db, now)
    if (link)
      notes.push(
        `No account exists yet. Make the first one, within seven days and once, at ${environment.publicUrl}${link}`,
      )
  })
  if (!existsSync(new URL('../dist/index.html', import.meta.url)))
    notes.push('The working pages are not built yet: npm run build makes them, then start again.')
  console.log(`Parley serves at ${address(environment, running.port)}`)
  for (const note of notes) console.log(note)
  endOn(['SIGTERM', 'SIGINT'], async () => {
    await running.close()
  })
}

/** Not while the installation serves: what a running process holds would be sealed with the old key. */
async function forget(environment: Environment): Promise<void> {
  const db = openDatabase(environment)
  await migrate(db)
  const lost = await forgetSealed(db, new Date().toISOString())
  await db.close()
  console.log(
    `${lost} sealed disclosures were taken away. Remove the old key; the next start makes or takes a new one.`,
  )
}

const address = (environment: Environment, port: number): string =>
  environment.publicUrl.includes('localhost') ? `http://localhost:${port}` : environment.publicUrl

/** Ends once, and at the latest after ten seconds: what is not stored by then was never called saved. */
function endOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  let ending = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      setTimeout(() => process.exit(1), 10_000).unref()
      close().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

main().catch((error) => {
  console.error(sentenceOf(error))
  process.exit(1)
})

/** What the person who starts the server can mend is told in a sentence; a defect with its place. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof WrongEnvironment) return error.message
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Name a free one in PORT or METRICS_PORT.`
  return error
}
