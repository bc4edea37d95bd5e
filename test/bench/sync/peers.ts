import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The servers that ours is compared with are no dependency of the project: they are installed here, on first use. */
const folder = fileURLToPath(new URL('../peers/', import.meta.url))

export const peerFile = (path: string): string => `${folder}${path}`

/** Installs them if need be. False where that is not possible: what needs them is then not measured. */
export function installPeers(say: (line: string) => void): boolean {
  if (isInstalled()) return true
  say('installing the servers to compare with, once: npm ci --prefix test/bench/peers')
  try {
    execFileSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    say(`they could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
  return isInstalled()
}

function isInstalled(): boolean {
  const installed = `${folder}node_modules/.package-lock.json`
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs
}

/** The versions that were measured, by name. */
export const peerVersions = (): Record<string, string> =>
  JSON.parse(readFileSync(`${folder}package.json`, 'utf8')).dependencies
