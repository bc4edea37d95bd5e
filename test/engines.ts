import { startPostgres } from './postgres.ts'

/** Starts one real PostgreSQL for the whole run, unless TEST_DATABASE_URL names one. */
export async function setup({
  provide,
}: {
  provide(key: 'postgres', value: string): void
}): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    provide('postgres', given)
    return async () => {}
  }
  const server = await startPostgres()
  provide('postgres', server.url)
  return server.stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}
