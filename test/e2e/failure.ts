import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { onTestFailed } from 'vitest'
import type { Installation } from './installation.ts'

/**
 * When the test fails, leaves in test-results what each window showed, as a picture and as it is read aloud, and what the
 * server printed.
 */
export function keepTracesOnFailure(browser: () => Browser, installation: () => Installation): void {
  onTestFailed(async () => {
    const folder = `test-results/windows`
    mkdirSync(folder, { recursive: true })
    const pages = browser()
      .contexts()
      .flatMap((context) => context.pages())
    for (const [i, page] of pages.entries()) {
      const words = await page
        .locator('body')
        .ariaSnapshot()
        .catch((error) => String(error))
      writeFileSync(`${folder}/${i + 1}.txt`, `${page.url()}\n\n${words}\n`)
      await page.screenshot({ path: `${folder}/${i + 1}.png` }).catch(() => undefined)
    }
    writeFileSync(`${folder}/server.txt`, installation().printed())
    console.error(`What ${pages.length} windows showed is in ${folder}.`)
  })
}
