import { For, type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { rich, t } from '../text.ts'
import type { Commitment, Finding } from './programmes.ts'

type Placement = Commitment['agenda'][number] | Finding['agenda'][number]

/** Where a forum deals with the findings on this commitment, and with its being overdue (B9). */
export function AgendaTrace(props: { commitment: Commitment; slug: string }): JSX.Element {
  const rows = () => [
    ...props.commitment.agenda.map((place) => ({ place, of: t('commitment.agendaOverdue') })),
    ...props.commitment.findings.flatMap((finding) =>
      finding.agenda.map((place) => ({ place, of: t('commitment.agendaFinding', { number: finding.number }) })),
    ),
  ]
  return (
    <Show when={rows().length > 0}>
      <section class="agenda-trace" aria-labelledby="agenda-h">
        <h3 id="agenda-h">{t('commitment.agenda')}</h3>
        <ul class="lines">
          <For each={rows()}>
            {(row) => (
              <li>
                {row.of} <Where place={row.place} slug={props.slug} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Where(props: { place: Placement; slug: string }): JSX.Element {
  return (
    <Show when={props.place.forumLabel} fallback={t('commitment.agendaWaits')}>
      {(label) => (
        <>
          {rich(
            'commitment.agendaItem',
            { a: (inner) => <a href={paths.item(props.slug, label(), props.place.itemId)}>{inner}</a> },
            {
              position: props.place.position,
              label: label().replace('-', '/'),
              disposition: t(`commitment.disposition.${props.place.disposition ?? 'none'}`),
            },
          )}
        </>
      )}
    </Show>
  )
}
