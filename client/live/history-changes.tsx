import { For, type JSX, Show } from 'solid-js'
import type { HistoryChanges, HistoryRun, Writer } from '../../shared/history.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatInstant, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import { type Group, groupsOf, shownParagraphs } from './history-groups.ts'
import type { HistoryNames, ValuePart } from './history-source.ts'
import { stepWords } from './history-words.ts'

/** Two points in one text: each word that came or went with the mark of who did it, said in words too. */
export function HistoryChangesView(props: { changes: HistoryChanges; names: HistoryNames }): JSX.Element {
  const groups = () => props.changes.stretches.flatMap((stretch) => groupsOf(stretch.parts, props.names))
  return (
    <>
      <Show when={props.changes.stretches.length > 1}>
        <p class="meta">{t('live.history.anew')}</p>
      </Show>
      <For each={groups()} fallback={<p class="meta">{t('live.history.same')}</p>}>
        {(group) => <GroupView group={group} names={props.names} writers={props.changes.writers} />}
      </For>
    </>
  )
}

function GroupView(props: { group: Group; names: HistoryNames; writers: readonly Writer[] }): JSX.Element {
  const state = () => props.group.entry && props.names.state(props.group.entry, props.group.values)
  /** Who put the entry in or took it out, or set the value that says so. */
  const cause = () => {
    const { entry, values } = props.group
    if (entry?.by !== undefined) return { by: entry.by, at: entry.at }
    return values.findLast((part) => props.names.value(part.path.at(-1)!) === undefined)?.steps.at(-1)
  }
  const values = () => props.group.values.filter((part) => props.names.value(part.path.at(-1)!) !== undefined)
  return (
    <section id={props.group.id} aria-labelledby={`${props.group.id}-h`}>
      <h2 id={`${props.group.id}-h`}>{props.group.title}</h2>
      <Show when={state()}>
        {(words) => (
          <p class="meta">
            <State mark="half">{words()}</State> {cause() && byWords(props.writers[cause()!.by], cause()!.at)}
          </p>
        )}
      </Show>
      <div class="prose">
        <For each={shownParagraphs(props.group.paragraphs)}>
          {(shown) =>
            typeof shown === 'number' ? (
              <p class="meta">{t('live.history.unchanged', { count: shown })}</p>
            ) : (
              <p>
                <For each={shown.runs}>{(run) => <Run run={run} writers={props.writers} />}</For>
                <Show when={shown.is === 'restyled'}>
                  {' '}
                  <span class="meta">
                    {t('live.history.restyled')} {byWords(props.writers[shown.by ?? -1], shown.at)}
                  </span>
                </Show>
              </p>
            )
          }
        </For>
      </div>
      <Show when={values().length > 0}>
        <dl class="fields">
          <For each={values()}>
            {(part) => (
              <div class="field w3">
                <dt>{props.names.value(part.path.at(-1)!)}</dt>
                <dd>
                  <For each={valueRuns(part, props.names)}>{(run) => <Run run={run} writers={props.writers} />}</For>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </section>
  )
}

function valueRuns(part: ValuePart, names: HistoryNames): HistoryRun[] {
  const key = part.path.at(-1)!
  const said = (value: unknown) => names.said(key, value)
  if (names.isWords(key))
    return stepWords(
      said(part.before),
      part.steps.map((step) => ({ ...step, value: said(step.value) })),
    )
  const last = part.steps.at(-1)
  const runs: HistoryRun[] = [
    { is: 'out', text: said(part.before), by: last?.by, at: last?.at },
    { is: 'in', text: said(last?.value), by: last?.by, at: last?.at },
  ]
  return runs.filter((run) => run.text !== '')
}

/** What came or went: the mark of the delegation is drawn before it, and read out with what was done. */
function Run(props: { run: HistoryRun; writers: readonly Writer[] }): JSX.Element {
  const agreement = useAgreement()
  const writer = () => props.writers[props.run.by ?? -1]
  const name = () => nameOf(writer(), delegationWho(agreement(), writer()?.delegationId)?.name)
  const title = () => {
    const of = props.writers[props.run.of ?? -1]
    const what = t(`live.history.${props.run.moved ? 'moved' : ''}${props.run.is === 'out' ? 'Out' : 'In'}`, {
      name: name(),
      when: props.run.at ? formatInstant(props.run.at) : '',
    })
    return of && of !== writer() ? `${what}; ${t('live.history.writtenBy', { name: of.name })}` : what
  }
  const inner = () => (
    <>
      <span
        class="hist-by"
        data-mark={delegationWho(agreement(), writer()?.delegationId)?.mark ?? '·'}
        aria-hidden="true"
      />
      <span class="vh"> [{title()}: </span>
      {props.run.text}
      <span class="vh">] </span>
    </>
  )
  if (props.run.is === 'same') return <>{props.run.text}</>
  return props.run.is === 'in' ? (
    <ins classList={{ moved: props.run.moved === true }} title={title()}>
      {inner()}
    </ins>
  ) : (
    <del classList={{ moved: props.run.moved === true }} title={title()}>
      {inner()}
    </del>
  )
}

export const nameOf = (writer: Writer | undefined, delegation: string | undefined): string =>
  writer
    ? delegation
      ? t('live.history.nameOf', { name: writer.name, delegation })
      : writer.name
    : t('live.history.nobody')

const byWords = (writer: Writer | undefined, at: string | undefined): string =>
  t('live.history.by', { name: writer?.name ?? t('live.history.nobody'), when: at ? formatInstant(at) : '' })
