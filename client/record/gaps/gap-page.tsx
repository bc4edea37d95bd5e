import './gaps.css'
import { useParams } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { forumName } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { formatInstant, rich, t } from '../../text.ts'
import { Fact, Facts, Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { State } from '../../ui/state.tsx'
import { AdoptionPart } from './adoption-part.tsx'
import { DecisionPart } from './decision-part.tsx'
import { ExplanationPart } from './explanation-part.tsx'
import { FiguresPart } from './figures-part.tsx'
import { GapClock } from './gap-table.tsx'
import { figureWords, type GapView, loadGap, loadPlaces, type Place, stateMarks } from './gaps.ts'

interface Shown {
  id: string
  gap: GapView
  places: Place[]
}

/** One gap from its figures to its end: what both disclosed, what was explained, decided and adopted, and by when. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const load = createLoad(async (): Promise<Shown> => {
    const [gap, places] = await Promise.all([loadGap(params.id), loadPlaces(params.id)])
    return { id: gap.id, gap, places }
  })
  return (
    <Switch fallback={<Loaded load={load}>{(shown) => <Gap {...shown()} again={load.again} />}</Loaded>}>
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

function Gap(props: { gap: GapView; places: readonly Place[]; again: () => Promise<unknown> }): JSX.Element {
  const words = (of: 'team' | 'peer') => figureWords(props.gap.figures.indicator, props.gap.figures[of].figure)
  return (
    <>
      <PageHead
        title={`${t('gap.title', { number: props.gap.number })}: ${props.gap.team.name}, ${props.gap.figures.indicator.title}`}
        lede={t('gap.versus', { figure: words('team'), better: words('peer'), peer: props.gap.peer.name })}
        acts={
          <a href={paths.gaps(props.gap.agreementSlug, props.gap.forumLabel)}>
            {t('gap.of', { forum: forumName(props.gap.forumLabel) })}
          </a>
        }
      />
      <Standing gap={props.gap} />
      <FiguresPart gap={props.gap} />
      <Show when={props.gap.state !== 'set_aside'}>
        <ExplanationPart gap={props.gap} again={props.again} />
        <DecisionPart gap={props.gap} again={props.again} />
        <AdoptionPart gap={props.gap} places={props.places} again={props.again} />
      </Show>
    </>
  )
}

function Standing(props: { gap: GapView }): JSX.Element {
  const agreement = useAgreement()
  const party = () => agreement().parties.find(({ id }) => id === props.gap.team.partyId)?.name
  return (
    <Part title={t('gap.stands')}>
      <p class="state-line">
        <State mark={stateMarks[props.gap.state]}>{t(`gap.state.${props.gap.state as 'confirmed'}`)}</State>
      </p>
      <Facts>
        <Show when={props.gap.reason}>{(reason) => <Fact name={t('gap.reason')}>{reason()}</Fact>}</Show>
        <Fact name={t('gap.clock')}>
          <GapClock gap={props.gap} />
        </Fact>
        <Fact name={t('gap.confirmedAt')}>
          {formatInstant(props.gap.openedAt)}, {forumName(props.gap.forumLabel)}
        </Fact>
        <Show when={props.gap.agenda.length > 0}>
          <Fact name={t('commitment.agenda')}>
            <Agenda gap={props.gap} />
          </Fact>
        </Show>
        <Fact name={t('gap.decidedBy')}>
          {t(`gap.decidedBy.${props.gap.rules.decidedBy}`, { party: party() ?? 'none' })}
          <Show when={party() === undefined}>
            {' '}
            <span class="meta">{t('gap.noParty')}</span>
          </Show>
        </Fact>
      </Facts>
    </Part>
  )
}

/** The items by which fora inherited it, each with what became of it there. */
const Agenda = (props: { gap: GapView }): JSX.Element => (
  <For each={props.gap.agenda}>
    {(place) => (
      <div>
        <Show when={place.forumLabel} fallback={t('commitment.agendaWaits')}>
          {(label) =>
            rich(
              'commitment.agendaItem',
              { a: (inner) => <a href={paths.item(props.gap.agreementSlug, label(), place.itemId)}>{inner}</a> },
              {
                position: place.position,
                label: label().replace('-', '/'),
                disposition: t(`commitment.disposition.${place.disposition ?? 'none'}`),
              },
            )
          }
        </Show>
      </div>
    )}
  </For>
)
