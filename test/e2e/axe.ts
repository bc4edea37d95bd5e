import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails with what axe finds on the page as it stands: the rule, what it asks, and where. axe is a script: a page that is
 * read without any is opened once more, in a context that allows it.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(standards)
  const result = await (within ? builder.include(within) : builder).analyze()
  const found = result.violations.map(
    (one) =>
      `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}`).join('\n')}`,
  )
  expect(found, `accessibility of ${page.url()}`).toEqual([])
}
