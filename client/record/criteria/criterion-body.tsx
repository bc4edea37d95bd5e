import { For, type JSX, Show } from 'solid-js'
import { type CriterionBody, mostProtective, type SourceKind, sourceKinds } from '../../../shared/criterion.ts'
import type { Indicator } from '../../../shared/record.ts'
import { formatList, t } from '../../text.ts'
import { Fact, Facts } from '../../ui/lists.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { titleOf } from '../words.ts'
import { termsWords, valueWords } from './criteria.ts'

/** A criterion in one wording: what it asks, of whom, and from which source. */
export function CriterionText(props: { body: CriterionBody; indicators: readonly Indicator[] }): JSX.Element {
  return (
    <>
      <div class="agreed">
        <Show when={props.body.kind === 'bright_line' && props.body} fallback={<Terms {...props} />}>
          {(line) => (
            <ol>
              <For each={line().clauses}>{(clause) => <li>{clause}</li>}</For>
            </ol>
          )}
        </Show>
      </div>
      <Facts>
        <Fact name={t('criterion.kind')}>{t(`criterion.kind.${props.body.kind}`)}</Fact>
        <Fact name={t('criterion.right')}>{props.body.right}</Fact>
        <Fact name={t('criterion.binds')}>
          {formatList(props.body.binds.map((party) => t(`criterion.bound.${party}`)))}
        </Fact>
        <Show when={props.body.driver}>
          {(driver) => (
            <Fact name={t('criterion.driver')}>
              {t(`criterion.driver.${driver().kind}`)}: {driver().text}
            </Fact>
          )}
        </Show>
      </Facts>
      <Sources body={props.body} />
    </>
  )
}

function Terms(props: { body: CriterionBody; indicators: readonly Indicator[] }): JSX.Element {
  return (
    <Show when={props.body.kind === 'measure' && props.body}>
      {(measure) => (
        <p>
          <Show when={props.indicators.find((one) => one.id === measure().indicatorId)}>{(one) => titleOf(one())}</Show>
          : <b>{termsWords(measure())}</b>
        </p>
      )}
    </Show>
  )
}

/** The three sources, which of them governs, and why. */
function Sources(props: { body: CriterionBody }): JSX.Element {
  const columns = (): readonly Column<SourceKind>[] => [
    { head: t('criterion.source'), isHead: true, cell: (kind) => t(`criterion.source.${kind}`) },
    { head: t('criterion.says'), cell: (kind) => <Says body={props.body} kind={kind} /> },
    { head: t('criterion.counts'), cell: (kind) => countsWords(props.body, kind) },
  ]
  return (
    <>
      <Table caption={t('criterion.sources')} stack columns={columns()} rows={sourceKinds} />
      <Show when={props.body.argument}>
        <p>
          <b>{t('criterion.argument')}:</b> {props.body.argument}
        </p>
      </Show>
    </>
  )
}

function Says(props: { body: CriterionBody; kind: SourceKind }): JSX.Element {
  const one = () => props.body.sources[props.kind]
  const found = () => {
    const source = one()
    return source.found ? source : undefined
  }
  const value = () =>
    props.body.kind === 'measure' && found()?.value !== undefined
      ? ` (${valueWords(found()!.value!, props.body.unit)})`
      : ''
  return (
    <Show
      when={found()}
      fallback={<span class="meta">{t('criterion.notFound', { looked: (one() as { looked: string }).looked })}</span>}
    >
      {(source) => (
        <>
          {source().says}
          {value()} <span class="meta">{source().citation}</span>
        </>
      )}
    </Show>
  )
}

/** What a source counts for in the criterion: computed where figures tell, argued where they do not. */
function countsWords(body: CriterionBody, kind: SourceKind): string {
  const { computed, argued, disqualified, notFound } = mostProtective(body)
  const source = body.sources[kind]
  if (notFound.includes(kind)) return t('criterion.counts.none')
  if (disqualified.includes(kind))
    return t('criterion.counts.disqualified', { reason: source.found ? (source.disqualified ?? '') : '' })
  if (argued.includes(kind)) return t(body.governs === kind ? 'criterion.counts.governs' : 'criterion.counts.argued')
  if (body.governs === kind) return t('criterion.counts.governs')
  return t(computed?.by.includes(kind) ? 'criterion.counts.strictest' : 'criterion.counts.milder')
}
