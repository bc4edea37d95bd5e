import * as z from 'zod/mini'

const document = z.string()

/** What the nodes say to each other. What must not be missed is found in the database too, a moment later. */
const word = z.discriminatedUnion('is', [
  /** The log of a document has grown to this number. */
  z.object({ is: z.literal('appended'), document, seq: z.number() }),
  /** A document was sealed, opened, locked or begun anew; a session ended; a person's seats changed. */
  z.object({ is: z.literal('documentMoved'), document }),
  z.object({ is: z.literal('sessionEnded'), session: z.string() }),
  z.object({ is: z.literal('seatsChanged'), person: z.string() }),
  /** The node has the document open, up to this number, and may ask who else has. */
  z.object({ is: z.literal('open'), document, seq: z.number(), asks: z.boolean() }),
  z.object({ is: z.literal('shut'), document }),
  /** What a peer of the node shows of itself, under its awareness client id, stamped by the node; `null` when it left. */
  z.object({ is: z.literal('shown'), document, id: z.number(), person: z.string(), json: z.nullable(z.string()) }),
  /** The node is there; and is not any more. */
  z.object({ is: z.literal('here') }),
  z.object({ is: z.literal('gone') }),
])
export type Word = z.infer<typeof word>

const spoken = z.tuple([z.string(), word])

export const encodeWord = (node: string, said: Word): string => JSON.stringify([node, said])

/** Undefined for what a node of another release says and this one does not know. */
export function decodeWord(line: string): { node: string; word: Word } | undefined {
  try {
    const read = z.safeParse(spoken, JSON.parse(line))
    return read.success ? { node: read.data[0], word: read.data[1] } : undefined
  } catch {
    return undefined
  }
}
