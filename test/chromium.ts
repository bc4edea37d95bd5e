import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** As root the sandbox cannot start; the rest keeps the browser from asking anything of the outside. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium or Chrome: CHROMIUM_PATH, else the first on the PATH. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file.`)
    return given
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macs].find((path) =>
    existsSync(path),
  )
}

/** The path of a Chromium, installed with apt-get first where there is none and this user may; else says what to do. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing the packages chromium and fonts-noto-core.')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...words: string[]) =>
      execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 900_000 })
    apt('update', '-q')
    apt('install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core')
    const installed = findChromium()
    if (installed) return installed
  }
  throw new NoChromium(
    'The tests in a browser need Chromium or Chrome. Install one (on Debian: sudo apt-get install chromium; on macOS: brew install --cask chromium; ' +
      'on Windows use Chrome), or name its program in CHROMIUM_PATH. `npm test -- test/server test/shared` runs the tests that need none.',
  )
}

/** Not a defect: whoever runs the tests reads the sentence and installs a browser. */
export class NoChromium extends Error {}

/** A browser with a profile of its own, which is gone when it closes. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: flags, handleSIGINT: false })
