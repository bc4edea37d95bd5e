import '../trials.css'
import { useParams } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Effect } from '../../../shared/effect.ts'
import type { Indicator } from '../../../shared/record.ts'
import { forumName, loadFora } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text.ts'
import { Fact, Facts, Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { State } from '../../ui/state.tsx'
import { MethodText } from '../method-part.tsx'
import { loadIndicators } from '../records.ts'
import { periodWords } from '../words.ts'
import { EffectTable } from './effect-table.tsx'
import { FloorsPart } from './floors-part.tsx'
import { JudgementsPart } from './judgements-part.tsx'
import { loadEffects, loadStrategy, type Strategy, stateMarks } from './strategies.ts'

/** A method on trial: what is expected, its figures before and after, what the forum judged, and who has to answer it. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const [strategy, effects, indicators, fora] = await Promise.all([
      loadStrategy(params.id),
      loadEffects(params.id),
      loadIndicators(agreement().id),
      loadFora(agreement().id),
    ])
    return { id: strategy.id, strategy, effects, indicators, fora }
  })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => (
            <div class="trials">
              <Head strategy={found().strategy} />
              <FiguresPart
                strategy={found().strategy}
                effects={(judgedFigures(found().strategy) ?? found().effects) as Effect[]}
                indicators={found().indicators}
              />
              <JudgementsPart strategy={found().strategy} fora={found().fora} again={load.again} />
              <Show when={found().strategy.floors.length > 0}>
                <FloorsPart strategy={found().strategy} again={load.again} />
              </Show>
            </div>
          )}
        </Loaded>
      }
    >
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

/** What lay before the forum when it decided; while the trial goes on, what is open now. */
const judgedFigures = (strategy: Strategy) =>
  strategy.state === 'on_trial' ? undefined : strategy.judgements[0]?.figures

function Head(props: { strategy: Strategy }): JSX.Element {
  const agreement = useAgreement()
  return (
    <>
      <PageHead
        title={`${props.strategy.number}. ${props.strategy.title}`}
        lede={t('strategy.of', { team: props.strategy.team })}
        acts={
          <>
            <a href={paths.method(agreement().slug, props.strategy.teamId)}>
              {t('method.of', { team: props.strategy.team })}
            </a>{' '}
            <a href={paths.strategies(agreement().slug)}>{t('strategy.all')}</a>
          </>
        }
      />
      <p class="row state-line">
        <State mark={stateMarks[props.strategy.state]}>{t(`strategy.state.${props.strategy.state}`)}</State>
      </p>
      <Facts>
        <Fact name={t('strategy.hypothesis')}>
          <MethodText body={props.strategy.hypothesis} />
        </Fact>
        <Fact name={t('strategy.practice')}>
          <MethodText body={props.strategy.practice} />
        </Fact>
        <Show when={props.strategy.situation}>
          <Fact name={t('strategy.situation')}>{props.strategy.situation}</Fact>
        </Show>
        <Fact name={t('strategy.periods')}>
          {t('strategy.fromTo', {
            before: periodWords(props.strategy.baselinePeriod),
            after: periodWords(props.strategy.trialPeriod),
          })}
        </Fact>
        <Fact name={t('strategy.judgedAt')}>
          {t('strategy.judgedFrom', { forum: forumName(props.strategy.judgedFrom) })}
        </Fact>
      </Facts>
    </>
  )
}

function FiguresPart(props: {
  strategy: Strategy
  effects: readonly Effect[]
  indicators: readonly Indicator[]
}): JSX.Element {
  const judged = () => props.strategy.state !== 'on_trial' && props.strategy.judgements[0]
  const indicator = (id: string) => props.indicators.find((one) => one.id === id)
  return (
    <Part title={t('strategy.beforeAfter')} id="figures">
      <p class="note">
        {judged()
          ? t('strategy.figuresJudged', { forum: forumName(props.strategy.judgements[0]!.label) })
          : t('strategy.figuresNow')}
      </p>
      <For each={props.effects}>
        {(effect) => (
          <Show when={indicator(effect.indicatorId)}>
            {(found) => (
              <EffectTable
                effect={effect}
                indicator={found()}
                periods={[props.strategy.baselinePeriod, props.strategy.trialPeriod]}
              />
            )}
          </Show>
        )}
      </For>
    </Part>
  )
}
