import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { chance } from '../../report.ts'
import { paragraph } from '../../sync/texts.ts'

/** What somebody wrote, character by character: an update for each edit, and the text that comes of it. */
export interface History {
  updates: Uint8Array[]
  hash: string
  bytes: number
}

const letters = 'etaoinshrdlucmfwypvbg'

/**
 * Writes as people do: mostly on, now and then back over the last letters, elsewhere in the text, or a new paragraph.
 * `together` so many edits make one update.
 */
export function writeHistory(edits: number, seed: number, together = 1): History {
  const random = chance(seed)
  const doc = new Y.Doc()
  doc.clientID = 1 + Math.floor(random() * 2 ** 31)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getXmlFragment('preamble')
  let caret = { line: newLine(text, 0), at: 0 }
  const edit = () => {
    const dice = random()
    if (dice < 0.1 && caret.at > 0) caret.line.delete(--caret.at, 1)
    else if (dice < 0.102) caret = { line: newLine(text, text.length), at: 0 }
    else {
      if (dice < 0.107) caret = elsewhere(text, random)
      caret.line.insert(caret.at++, dice > 0.85 ? ' ' : letters[Math.floor(random() * letters.length)]!)
    }
  }
  for (let done = 0; done < edits; done += together)
    doc.transact(() => {
      for (let i = 0; i < together && done + i < edits; i++) edit()
    })
  return { updates, hash: hashOf(doc), bytes: Y.encodeStateAsUpdate(doc).length }
}

function newLine(text: Y.XmlFragment, at: number): Y.XmlText {
  const line = paragraph('')
  text.insert(at, [line])
  return line.get(0) as Y.XmlText
}

function elsewhere(text: Y.XmlFragment, random: () => number): { line: Y.XmlText; at: number } {
  const line = (text.get(Math.floor(random() * text.length)) as Y.XmlElement).get(0) as Y.XmlText
  return { line, at: Math.floor(random() * (line.length + 1)) }
}

export const hashOf = (doc: Y.Doc): string =>
  createHash('sha256').update(doc.getXmlFragment('preamble').toString()).digest('hex')
