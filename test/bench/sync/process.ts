import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** Servers have the first core to themselves, where the machine lets us; the load and this program have the others. */
export const isPinned = process.platform === 'linux' && availableParallelism() > 1 && canPin()
const cores = { server: '0', load: `1-${availableParallelism() - 1}` } as const

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-c', '0', 'true'])
    return true
  } catch {
    return false
  }
}

/** Keeps this program off the servers' core as well. */
export function stepAside(): void {
  if (isPinned) execFileSync('taskset', ['-a', '-c', '-p', cores.load, String(process.pid)], { stdio: 'ignore' })
}

/** Starts a Node program on its core, with a line to it. */
export function startProgram(
  on: keyof typeof cores,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  const command = [process.execPath, ...args]
  const [program, ...rest] = isPinned ? ['taskset', '-c', cores[on], ...command] : command
  return spawn(program!, rest, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, ...env } })
}

export interface Usage {
  cpuMs: number
  rssMb: number
}

/** What a process has used, all its threads together, as the system counts it: the same way for every server. */
export function usageOf(pid: number): Usage {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpuMs: ticks * 10, rssMb: Number(rss?.[1] ?? 0) / 1024 }
}

/** Waits until the process has nothing to do any more, but not for ever. */
export async function untilIdle(pid: number, patienceMs = 15_000): Promise<void> {
  const until = performance.now() + patienceMs
  for (let quiet = 0; quiet < 2 && performance.now() < until; ) {
    const before = usageOf(pid).cpuMs
    await pause(150)
    quiet = usageOf(pid).cpuMs - before <= 10 ? quiet + 1 : 0
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
