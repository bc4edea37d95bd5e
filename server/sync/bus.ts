import { longestLine, type Signals } from '../db/signals.ts'
import { encodeWord, type Word } from './words.ts'

/** What is said within so short a time goes out together: a notification is a commit, and commits are counted. */
const togetherMs = 8

/** This node's voice among the nodes. */
export interface Bus {
  node: string
  say(word: Word): void
  /** A document grew: said once for all that is appended in a moment. */
  sayAppended(document: string, seq: number): void
  /** Says at once what is still held back. */
  flush(): void
}

export function openBus(signals: Signals, node: string): Bus {
  const appended = new Map<string, number>()
  let words: Word[] = []
  let lastAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    lastAt = performance.now()
    const all: Word[] = [
      ...words,
      ...[...appended].map(([document, seq]) => ({ is: 'appended' as const, document, seq })),
    ]
    words = []
    appended.clear()
    const lines = all.map((word) => encodeWord(node, word)).filter((line) => Buffer.byteLength(line) <= longestLine)
    if (lines.length > 0) signals.send(lines)
  }
  const soon = () => {
    timer ??= setTimeout(flush, Math.max(0, lastAt + togetherMs - performance.now()))
  }
  return {
    node,
    say: (word) => {
      words.push(word)
      soon()
    },
    sayAppended: (document, seq) => {
      appended.set(document, seq)
      soon()
    },
    flush,
  }
}
