import * as z from 'zod/mini'

/** What can be spoken of. An item's, a plan's, a measure's, a commitment's… discussion is one list, wherever it is shown. */
export const subjectKinds = [
  'forum',
  'item',
  'plan',
  'measure',
  'record',
  'comparison',
  'commitment',
  'finding',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** A page below `/a/` of this installation, and nothing that leads out of there. */
export const pageOfAgreement = /^\/a(\/(?!\.{1,2}(?:[/#]|$))[\w~.%-]+)+(#[\w~.%-]+)?$/

const id = z.string().check(z.minLength(1), z.maxLength(100))

export const remarksOf = z.strictObject({ kind: z.enum(subjectKinds), subject: id })

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000))

/** What a person writes; the rest of a saying is known from where they write it. */
export const spoken = z.strictObject({ body: words })

/** What a person says, and on what. */
export const saying = z.strictObject({
  subjectKind: z.enum(subjectKinds),
  subject: id,
  /** The remark that is answered. */
  parentId: z.optional(id),
  body: words,
  /** The words that it is about, where it is about some. */
  anchor: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))),
  /** The page on which it was said, for those who are told of it. */
  path: z.optional(z.string().check(z.regex(pageOfAgreement), z.maxLength(500))),
})
export type Saying = z.infer<typeof saying>
