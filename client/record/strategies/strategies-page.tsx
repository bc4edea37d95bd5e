import '../trials.css'
import { useSearchParams } from '@solidjs/router'
import { createEffect, type JSX, on, Show } from 'solid-js'
import { forumName } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { loadIndicators } from '../records.ts'
import { titleOf } from '../words.ts'
import { sumWords } from './effect-table.tsx'
import { LibrarySearch } from './library-search.tsx'
import { RegisterForm } from './register-form.tsx'
import { loadStrategies, type Strategy, stateMarks } from './strategies.ts'

/** What was tried and what became of it: the library of what worked and what did not, and the trials that go on. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const [query, setQuery] = useSearchParams<{ words?: string; state?: string }>()
  const asked = () => ({ words: query.words, state: query.state })
  const load = createLoad(async () => {
    const [strategies, indicators] = await Promise.all([
      loadStrategies(agreement().id, asked()),
      loadIndicators(agreement().id),
    ])
    return { id: agreement().id, strategies, indicators }
  })
  createEffect(
    on(
      () => [query.words, query.state],
      () => void load.again(),
      { defer: true },
    ),
  )
  return (
    <div class="trials">
      <PageHead
        title={t('strategy.title')}
        lede={t('strategy.lede')}
        acts={
          <>
            <a href={paths.methods(agreement().slug)}>{t('method.title')}</a>{' '}
            <a href={paths.criteria(agreement().slug)}>{t('criterion.title')}</a>
          </>
        }
      />
      <LibrarySearch words={query.words} state={query.state} onSearch={(next) => setQuery(next)} />
      <Loaded load={load}>
        {(found) => (
          <>
            <p class="meta" role="status">
              {t('strategy.found', { count: found().strategies.length })}
            </p>
            <Table
              caption={t('strategy.title')}
              hideCaption
              stack
              class="gaps"
              columns={columnsOf(agreement().slug, found().indicators)}
              rows={found().strategies as Strategy[]}
              empty={<p class="note">{t(query.words || query.state ? 'strategy.noneFound' : 'strategy.none')}</p>}
            />
            <Part title={t('strategy.register')} id="register">
              <RegisterForm actor={actor()} indicators={found().indicators} onRegistered={load.again} />
            </Part>
          </>
        )}
      </Loaded>
    </div>
  )
}

type Indicators = Awaited<ReturnType<typeof loadIndicators>>

const columnsOf = (slug: string, indicators: Indicators): readonly Column<Strategy>[] => [
  {
    head: t('strategy.strategy'),
    isHead: true,
    cell: (one) => (
      <>
        <a href={paths.strategy(slug, one.id)}>
          {one.number}. {one.title}
        </a>{' '}
        <span>
          {one.team}
          {one.situation && `, ${one.situation}`}
        </span>
      </>
    ),
  },
  {
    head: t('strategy.became'),
    cell: (one) => <State mark={stateMarks[one.state]}>{t(`strategy.state.${one.state}`)}</State>,
  },
  { head: t('strategy.figures'), cell: (one) => <Rests strategy={one} indicators={indicators} /> },
  {
    head: t('strategy.judged'),
    cell: (one) =>
      one.judgements[0]
        ? forumName(one.judgements[0].label)
        : t('strategy.judgedFrom', { forum: forumName(one.judgedFrom) }),
  },
]

/** The figures that a judgement rests on, the first indicator's. */
function Rests(props: { strategy: Strategy; indicators: Indicators }): JSX.Element {
  const effect = () => props.strategy.judgements[0]?.figures[0]
  const indicator = () => props.indicators.find((one) => one.id === effect()?.indicatorId)
  return (
    <Show when={effect() && indicator()} fallback={<span class="meta">{t('strategy.notJudged')}</span>}>
      {titleOf(indicator()!)}: {sumWords(indicator()!, effect() as never)}
    </Show>
  )
}
