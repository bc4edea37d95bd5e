import type { Edition } from './edition.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

/** An agreement's pages that one most likely looks for: itself, the newest programme, the newest comparison. */
export function agreementNav(edition: Edition, agreement: PublicAgreement): { path: string; label: string }[] {
  const { slug, programmes, fora } = agreement
  const programme = agreement.programme ?? programmes[0]
  const compared = fora.find((forum) => forum.comparedAt)
  return [
    { path: publicPaths.agreement(slug), label: edition.t('publication.agreement') },
    ...(programme ? [{ path: publicPaths.programme(slug, programme.id), label: programme.title }] : []),
    ...(compared
      ? [
          {
            path: publicPaths.comparison(slug, compared.label),
            label: edition.t('publication.comparisonOf', { label: compared.label }),
          },
        ]
      : []),
  ]
}
