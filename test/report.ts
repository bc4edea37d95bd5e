/** What a crash or bench program is asked to do. */
export interface Asked {
  /** A small version that ends within a minute. */
  quick: boolean
  engine: 'sqlite' | 'postgres'
  /** Where chance begins, so that a run can be repeated. */
  seed: number
  /** Of a program in parts: the names of those to run, of the servers to measure, and the file for what was measured. */
  only?: string | undefined
  servers?: string | undefined
  out?: string | undefined
  /** A line about what is going on, while it goes on. */
  say(line: string): void
}

/** What it found: figures by plain names, and which of its goals were met. */
export interface Findings {
  figures: Record<string, number | string>
  pass: Record<string, boolean>
  /** What is printed instead of the plain list of the two. */
  table?: readonly string[]
}
export type Program = (asked: Asked) => Promise<Findings>

interface Words {
  quick?: boolean | undefined
  json?: boolean | undefined
  engine?: string | undefined
  seed?: string | undefined
  only?: string | undefined
  servers?: string | undefined
  out?: string | undefined
}

/** Runs the named program and prints a table; with `--json` the last line is one JSON object. Ends with 1 when a goal is missed. */
export async function report(
  kind: string,
  programs: Record<string, () => Promise<Program>>,
  [name]: string[],
  words: Words,
  help: readonly string[] = [],
): Promise<void> {
  const find = name === undefined ? undefined : programs[name]
  const { engine = 'sqlite' } = words
  if (!find || (engine !== 'sqlite' && engine !== 'postgres')) {
    console.error(
      `npm run ${kind} -- <${Object.keys(programs).join(' | ')}> [--quick] [--json] [--engine sqlite|postgres] [--seed <n>]`,
    )
    for (const line of help) console.error(line)
    process.exit(2)
  }
  const seed = Number(words.seed ?? Date.now() % 1_000_000)
  const began = performance.now()
  const say = (line: string) => console.error(`  ${line}`)
  const run = await find()
  const { quick = false, only, servers, out } = words
  const { figures, pass, table } = await run({ quick, engine, seed, only, servers, out, say })
  const all = { engine, seed, seconds: round((performance.now() - began) / 1000), ...figures }
  for (const line of table ?? plainTable(all, pass)) console.log(line)
  if (words.json) console.log(JSON.stringify({ ...all, pass }))
  process.exit(Object.values(pass).every(Boolean) ? 0 : 1)
}

function plainTable(figures: Findings['figures'], pass: Findings['pass']): string[] {
  const width = Math.max(...[...Object.keys(figures), ...Object.keys(pass)].map((key) => key.length))
  const lines = {
    ...figures,
    ...Object.fromEntries(Object.entries(pass).map(([key, met]) => [key, met ? 'pass' : 'FAIL'])),
  }
  return Object.entries(lines).map(([key, value]) => `${key.padEnd(width)}  ${value}`)
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** The value under which so much of the list lies; undefined for an empty one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Chance that can be repeated: numbers from 0 up to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
