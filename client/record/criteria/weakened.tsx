import { For, type JSX, Show } from 'solid-js'
import type { CriterionBody, CriterionForm } from '../../../shared/criterion.ts'
import { type Weakening, weakening } from '../../../shared/ratchet.ts'
import { t } from '../../text.ts'
import { valueWords } from './criteria.ts'

/** What a revision, as it is typed, would take back from what stands; the server asks the same rule once more. */
export function weakeningOf(standing: CriterionBody | undefined, form: CriterionForm): Weakening | undefined {
  if (!standing) return undefined
  const { bound, period, unit } =
    standing.kind === 'measure' ? standing : { bound: 'at_least' as const, period: 'year' as const, unit: '' }
  return weakening(standing, form.kind === 'measure' ? { ...form, bound, period, unit } : form)
}

/** Says which clause is gone, who would be bound no more, or which value stands. */
export function Weakened(props: { standing: CriterionBody; found: Weakening | undefined }): JSX.Element {
  const gone = (): string[] => {
    const { found, standing } = props
    if (found?.code !== 'criterion_weaker') return []
    if (found.by === 'binds') return (found.gone ?? []).map((party) => t(`criterion.bound.${party as 'government'}`))
    if (found.by === 'clauses') return found.gone ?? []
    return standing.kind === 'measure' ? [valueWords(standing.value, standing.unit)] : []
  }
  return (
    <div role="status">
      <Show when={gone().length > 0}>
        <p class="issue">{t('criterion.wouldTake')}</p>
        <ul class="lines">
          <For each={gone()}>{(one) => <li>{one}</li>}</For>
        </ul>
      </Show>
    </div>
  )
}
