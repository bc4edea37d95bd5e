import * as fc from 'fast-check'
import type { DraftMeasure, DraftPlan } from '../../shared/plan.ts'
import type { Block, Inline, ListItem, RichText } from '../../shared/rich-text.ts'

/** Words as people write them, and as they do not: any Unicode but lone surrogates, which no wire carries. */
export const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })

const marks = fc.constantFrom(
  undefined,
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'bold' }, { type: 'italic' }],
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: words, marks }).map(({ text, marks: m }) => textNode(text, m)) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
)
const textNode = (text: string, m: readonly { readonly type: string }[] | undefined): Inline =>
  ({ type: 'text', text, ...(m ? { marks: m } : {}) }) as Inline

/** Neighbours of the same marks are one node, as an editor keeps them. */
function joined(list: Inline[]): Inline[] {
  const out: Inline[] = []
  for (const part of list) {
    const last = out.at(-1)
    if (part.type === 'text' && last?.type === 'text' && JSON.stringify(part.marks) === JSON.stringify(last.marks))
      out[out.length - 1] = { ...last, text: last.text + part.text }
    else out.push(part)
  }
  return out
}

const inlines = fc.array(inline, { maxLength: 5 }).map(joined)
const content = inlines.map((list) => (list.length > 0 ? { content: list } : {}))

const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    content.map((c): Block => ({ type: 'paragraph', ...c })),
    fc
      .tuple(content, fc.integer({ min: 2, max: 4 }))
      .map(([c, level]): Block => ({ type: 'heading', attrs: { level }, ...c })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((c): Block => ({ type: 'blockquote', content: c })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((c): Block => ({ type: 'bulletList', content: c })),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 9 }))
      .map(([c, start]): Block => ({ type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content: c })),
  ),
  item: fc
    .tuple(content, fc.array(tie('block'), { maxLength: 1 }))
    .map(([c, more]): ListItem => ({ type: 'listItem', content: [{ type: 'paragraph', ...c }, ...more] })),
}))

export const richTexts: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((list) => ({ type: 'doc', content: list }))

/** Texts in which something is written. */
export const writtenTexts = fc.tuple(richTexts, fc.stringMatching(/^[a-z]{1,10}$/)).map(
  ([text, word]): RichText => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: word }] }, ...text.content],
  }),
)

const period = { periodFrom: '2026-01-01', periodUntil: '2026-12-31' }
export const today = '2026-03-02'
export const parties: ReadonlySet<string> = new Set(['kh', 'us'])

const line = fc.stringMatching(/^[A-Za-zà-ü][A-Za-z à-ü]{0,30}$/)
const dayOf2026 = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((day) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10))

/** A measure that lacks nothing on 2 March 2026, in the period of that year. */
const goodMeasure = (id: string): fc.Arbitrary<DraftMeasure> =>
  fc.record({
    id: fc.constant(id),
    title: line,
    text: writtenTexts,
    partyId: fc.constantFrom(...parties),
    office: line,
    start: dayOf2026(1, 61),
    due: dayOf2026(61, 365),
    baseline: fc.integer({ min: -500, max: 500 }).map((n) => String(n / 10)),
    baselineNote: fc.string({ maxLength: 40 }),
    target: fc.integer({ min: 501, max: 999 }).map((n) => String(n / 10)),
    unit: line,
    proof: line,
    resources: fc.string({ maxLength: 40 }),
    efforts: fc.string({ maxLength: 40 }),
    excuses: fc.string({ maxLength: 40 }),
    answers: fc.array(fc.uuid(), { maxLength: 2 }),
  })

/** A plan that the gate lets through. */
export const goodPlans: fc.Arbitrary<DraftPlan> = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    title: line,
    periodFrom: fc.constant(period.periodFrom),
    periodUntil: fc.constant(period.periodUntil),
    preamble: richTexts,
    measures: fc.tuple(...Array.from({ length: count }, (_, i) => goodMeasure(`m${i + 1}`))),
  }),
)
