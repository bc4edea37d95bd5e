import { serve } from '@hono/node-server'
import { openRecordGround } from './record-ground.ts'

/** A server in a process of its own, told by messages: what it holds in memory is its own and nobody else's. */
export type Told =
  | { kind: 'open'; engine: 'sqlite' | 'postgres'; codes: string[] }
  | { kind: 'disclosure' | 'peak' | 'close' }
export type Said =
  | {
      kind: 'open'
      port: number
      indicators: import('../../shared/record.ts').Indicator[]
      databaseUrl: string | undefined
    }
  | { kind: 'disclosure'; id: string }
  | { kind: 'peak'; megabytes: number }
  | { kind: 'close' }

type Ground = Awaited<ReturnType<typeof openRecordGround>>
let ground: Ground | undefined
let server: ReturnType<typeof serve> | undefined

async function answer(told: Told): Promise<Said> {
  if (told.kind === 'open') {
    const opened = await openRecordGround(told.engine, told.codes)
    ground = opened
    const { indicators, databaseUrl } = opened
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: opened.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port))
    })
    return { kind: 'open', port, indicators, databaseUrl }
  }
  if (told.kind === 'disclosure') return { kind: 'disclosure', id: await ground!.newDisclosure() }
  if (told.kind === 'peak') return { kind: 'peak', megabytes: Math.round(process.resourceUsage().maxRSS / 1000) }
  server?.close()
  await ground?.close()
  return { kind: 'close' }
}

process.on('message', (told: Told) => {
  answer(told).then(
    (said) => process.send!(said, undefined, {}, () => said.kind === 'close' && process.disconnect()),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
