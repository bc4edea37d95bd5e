import { createHash, webcrypto } from 'node:crypto'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { paragraphChanges, type Words, wordChanges } from '../../client/live/paragraph-changes.ts'
import { changesBetween, isUnchanged } from '../../client/plan/changes.ts'
import { sumOf } from '../../client/plan/sum.ts'
import { bodyOf } from '../../shared/gate.ts'
import { hashedPlan } from '../../shared/plan.ts'
import { paragraphs, plainLines, type RichText } from '../../shared/rich-text.ts'
import { goodPlans, richTexts } from '../shared/arbitraries.ts'

const side = (words: readonly Words[], which: 'in' | 'out') =>
  words
    .filter((run) => run.is === 'same' || run.is === which)
    .map((run) => run.text)
    .join('')
const written = (text: RichText) => plainLines(text).filter((line) => line.trim() !== '')

describe('what changed from one version of a plan to another', () => {
  test('is nothing between a plan and itself', () => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        expect(isUnchanged(changesBetween(plan, plan))).toBe(true)
      }),
    )
  })

  test('holds the whole of both: nothing that was said before or is said now goes unshown', () => {
    fc.assert(
      fc.property(richTexts, richTexts, (before, after) => {
        const changes = paragraphChanges(before, after)
        const shown = (which: 'in' | 'out') =>
          changes.filter((one) => one.is !== (which === 'in' ? 'out' : 'in')).map((one) => side(one.words, which))
        expect(shown('out')).toEqual(written(before))
        expect(shown('in')).toEqual(written(after))
      }),
    )
  })

  test('is told word by word where a paragraph was rewritten, and whole where another took its place', () => {
    expect(wordChanges('twice in the year', 'three times in the year')).toContainEqual({ is: 'out', text: 'twice' })
    const before = paragraphs('Each factory is visited twice.', 'The list does not change.')
    const after = paragraphs('Each factory is visited twice, without notice.', 'Posters hang everywhere.')
    expect(paragraphChanges(before, after).map((one) => one.is)).toEqual(['changed', 'out', 'in'])
  })

  test('tells words that were set in bold from words that were changed', () => {
    const bold: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'twice', marks: [{ type: 'bold' }] }] }],
    }
    expect(paragraphChanges(paragraphs('twice'), bold)).toEqual([
      { is: 'restyled', words: [{ is: 'same', text: 'twice' }] },
    ])
  })

  test('names measures put in, taken out, moved and changed, each field by its name', () => {
    const [plan] = fc.sample(goodPlans, { numRuns: 1, seed: 1 })
    const one = (id: string) => ({ ...plan!.measures[0]!, id, title: id })
    const before = { ...plan!, measures: [one('a'), one('b'), one('c'), one('d')] }
    const after = {
      ...plan!,
      title: 'Another title',
      measures: [one('c'), one('a'), { ...one('b'), target: '99' }, one('new')],
    }
    const changes = changesBetween(before, after)
    expect(changes.meta).toEqual([{ field: 'title', before: plan!.title.trim(), after: 'Another title' }])
    expect(changes.measures.map(({ id, is, moved }) => `${id} ${is}${moved ? ' moved' : ''}`)).toEqual([
      'c same moved',
      'a same',
      'b changed',
      'new in',
      'd out',
    ])
    expect(changes.measures[2]).toMatchObject({
      numberBefore: 2,
      numberAfter: 3,
      fields: [{ field: 'target', before: plan!.measures[0]!.target, after: '99' }],
    })
  })
})

describe('the sum that a browser counts', () => {
  afterEach(() => vi.unstubAllGlobals())
  const [plan] = fc.sample(goodPlans, { numRuns: 1, seed: 3 })
  const body = bodyOf(plan!)
  const expected = createHash('sha256').update(hashedPlan(body)).digest('hex')

  test('is the server’s, with the browser’s own SHA-256 and without it', async () => {
    expect(await sumOf(body)).toBe(expected)
    vi.stubGlobal('crypto', { getRandomValues: webcrypto.getRandomValues })
    expect(await sumOf(body)).toBe(expected)
  })

  test('differs from the server’s for one changed character', async () => {
    expect(await sumOf({ ...body, title: `${body.title}.` })).not.toBe(expected)
  })
})
