import type { Edition } from './edition.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** An agreement's pages that one most likely looks for: itself, the newest programme, the newest comparison or the one shown. */
export function agreementNav(
  edition: Edition,
  agreement: PublicAgreement,
  shown?: PublicForum,
): { path: string; label: string }[] {
  const { slug, programmes, fora } = agreement
  const programme = agreement.programme ?? programmes[0]
  const compared = shown ?? fora.find((forum) => forum.comparedAt)
  return [
    { path: publicPaths.agreement(slug), label: edition.t('publication.agreement') },
    ...(programme ? [{ path: publicPaths.programme(slug, programme.id), label: programme.title }] : []),
    ...(compared
      ? [
          {
            path: publicPaths.comparison(slug, compared.label),
            label: edition.t('publication.comparisonOf', { forum: compared.title }),
          },
        ]
      : []),
  ]
}
