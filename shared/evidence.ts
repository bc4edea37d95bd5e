import * as z from 'zod/mini'
import { line, needs, words } from './words.ts'

export const evidenceKinds = ['document', 'figure', 'observation', 'other'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Whose word a piece of evidence is: the responsible party's own, what the monitor saw for itself, or anybody else's. */
export const provenances = ['party', 'monitor', 'third_party'] as const
export type Provenance = (typeof provenances)[number]

export const bearings = ['both', 'implementation', 'outcome'] as const
export type Bearing = (typeof bearings)[number]

/** Only addresses that a browser opens as a page, without a name or a password hidden in them. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

const fields = {
  title: line(300),
  kind: z.enum(evidenceKinds),
  url: z.optional(z.string().check(z.trim(), z.maxLength(2000), z.refine(isWebAddress))),
  description: z.optional(words(2000)),
}
const canBeFound = needs<{ url?: string | undefined; description?: string | undefined }>(
  'description',
  (item) => item.url === undefined && item.description === undefined,
)

/** What a report refers to: where it is, or what it is. */
export const evidence = z.strictObject(fields).check(canBeFound)
export type Evidence = z.infer<typeof evidence>

/** What a finding rests on: also whose word it is (B50), and which of the two questions it answers. */
export const weighedEvidence = z
  .strictObject({ ...fields, provenance: z.enum(provenances), bearsOn: z.enum(bearings) })
  .check(canBeFound)
export type WeighedEvidence = z.infer<typeof weighedEvidence>
