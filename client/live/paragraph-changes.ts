import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block, Inline, ListItem, RichText } from '../../shared/rich-text.ts'

/** A run of words that both versions have, or only the later (`in`) or the earlier (`out`). */
export interface Words {
  is: 'same' | 'in' | 'out'
  text: string
}

/** A paragraph: unchanged, put in, taken out, with other words, or with the same words set in another way. */
export interface ParagraphChange {
  is: 'same' | 'in' | 'out' | 'changed' | 'restyled'
  words: Words[]
}

interface Line {
  text: string
  /** How it is set: what kind of block, in which lists, with which words bold or italic. */
  style: string
}

/** Aligns paragraphs by their words; one taken out and one put in at the same place are one that changed. */
export function paragraphChanges(before: RichText | undefined, after: RichText | undefined): ParagraphChange[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const changes: ParagraphChange[] = []
  let [o, n] = [0, 0]
  let out: Line[] = []
  const flush = () => {
    changes.push(...out.map((line) => whole('out', line)))
    out = []
  }
  const steps = diffArrays(
    old.map((line) => line.text),
    now.map((line) => line.text),
  )
  for (const step of steps) {
    if (step.removed) {
      out = old.slice(o, o + step.count)
      o += step.count
    } else if (step.added) {
      const added = now.slice(n, n + step.count)
      n += step.count
      changes.push(...pairs(out, added))
      out = []
    } else {
      flush()
      for (let i = 0; i < step.count; i++) changes.push(kept(old[o++]!, now[n++]!))
    }
  }
  flush()
  return changes
}

const whole = (is: 'in' | 'out', line: Line): ParagraphChange => ({ is, words: [{ is, text: line.text }] })

const kept = (old: Line, now: Line): ParagraphChange => ({
  is: old.style === now.style ? 'same' : 'restyled',
  words: [{ is: 'same', text: now.text }],
})

/** Paragraphs that took each other's place: word by word where they still have words in common. */
function pairs(out: readonly Line[], added: readonly Line[]): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  for (let i = 0; i < Math.max(out.length, added.length); i++) {
    const [old, now] = [out[i], added[i]]
    const words = old && now && wordChanges(old.text, now.text)
    if (words?.some((run) => run.is === 'same' && /\p{L}|\p{N}/u.test(run.text))) changes.push({ is: 'changed', words })
    else changes.push(...[old && whole('out', old), now && whole('in', now)].filter((one) => one !== undefined))
  }
  return changes
}

export const wordChanges = (before: string, after: string): Words[] =>
  diffWordsWithSpace(before, after).map((run) => ({
    is: run.added ? 'in' : run.removed ? 'out' : 'same',
    text: run.value,
  }))

function linesOf(text: RichText | undefined): Line[] {
  const lines: Line[] = []
  const walk = (nodes: readonly (Block | ListItem)[], within: string) => {
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading') lines.push(lineOf(node, within))
      else walk(node.content, `${within}/${node.type}`)
    }
  }
  walk(text?.content ?? [], '')
  return lines.filter((line) => line.text.trim() !== '')
}

const lineOf = (node: Extract<Block, { type: 'paragraph' | 'heading' }>, within: string): Line => ({
  text: (node.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join(''),
  style: JSON.stringify([within, node.type, 'attrs' in node ? node.attrs.level : 0, (node.content ?? []).map(marksOf)]),
})

const marksOf = (part: Inline): string =>
  part.type === 'text' && part.marks ? `${part.text}:${part.marks.map((mark) => mark.type).join()}` : ''
