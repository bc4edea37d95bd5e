import '../../live/history.css'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { forumName } from '../../forum/fora.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { formatInstant, formatList, t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { MethodText } from '../method-part.tsx'
import { MethodDiff } from './method-diff.tsx'
import { compareHref, type FiledMethod, readShown, versionHref } from './methods.ts'

/** The versions that were filed, each to be read, and any two beside one another. */
export function FiledMethods(props: { teamId: string; own: boolean; filed: readonly FiledMethod[] }): JSX.Element {
  const agreement = useAgreement()
  const [query] = useSearchParams<{ version?: string; compare?: string }>()
  const shown = () => readShown(query)
  const version = (number: number | undefined) => props.filed.find((one) => one.version === number)
  const compared = () => {
    const [from, to] = shown().compare?.map(version) ?? []
    return from && to && ([from, to] as const)
  }
  return (
    <Part title={t('method.filed')} id="filed">
      <Show
        when={props.filed.length > 0}
        fallback={<p class="note">{t(props.own ? 'method.noneFiled' : 'method.noneOpenYet')}</p>}
      >
        <Table
          caption={t('method.filed')}
          hideCaption
          stack
          rows={props.filed}
          columns={columnsOf((one) => versionHref(agreement().slug, props.teamId, one.version))}
        />
        <Show when={props.filed.length > 1}>
          <Chooser teamId={props.teamId} filed={props.filed} compared={compared()} />
        </Show>
        <Switch fallback={<Version method={version(shown().version) ?? props.filed[0]!} />}>
          <Match when={compared()}>{(pair) => <MethodDiff from={pair()[0]} to={pair()[1]} />}</Match>
        </Switch>
      </Show>
    </Part>
  )
}

const columnsOf = (href: (method: FiledMethod) => string): readonly Column<FiledMethod>[] => [
  {
    head: t('method.version'),
    isHead: true,
    cell: (one) => <a href={href(one)}>{t('record.methodTitle', { version: one.version, title: one.title })}</a>,
  },
  {
    head: t('method.filedFor'),
    cell: (one) => (
      <Show when={one.filedFor.length > 0} fallback={<span class="meta">{t('method.notFiled')}</span>}>
        {formatList(one.filedFor.map(forumName))}
      </Show>
    ),
  },
  { head: t('method.written'), cell: (one) => formatInstant(one.at) },
]

function Chooser(props: {
  teamId: string
  filed: readonly FiledMethod[]
  compared: readonly [FiledMethod, FiledMethod] | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const navigate = useNavigate()
  const from = () => props.compared?.[0].version ?? props.filed[1]!.version
  const to = () => props.compared?.[1].version ?? props.filed[0]!.version
  const go = (a: number, b: number) =>
    navigate(compareHref(agreement().slug, props.teamId, a, b), {
      replace: props.compared !== undefined,
      scroll: false,
    })
  const options = () =>
    props.filed.map((one) => ({
      value: String(one.version),
      label: t('method.versionNumber', { version: one.version }),
    }))
  return (
    <div class="hist-choose">
      <Select
        label={t('method.from')}
        options={options()}
        empty={false}
        value={String(from())}
        onInput={(value) => go(Number(value), to())}
      />
      <Select
        label={t('method.to')}
        options={options()}
        empty={false}
        value={String(to())}
        onInput={(value) => go(from(), Number(value))}
      />
      <p>
        <a href={compareHref(agreement().slug, props.teamId, from(), to())}>{t('method.compare')}</a>
      </p>
    </div>
  )
}

const Version = (props: { method: FiledMethod }): JSX.Element => (
  <article class="hist-text">
    <h3>{t('record.methodTitle', { version: props.method.version, title: props.method.title })}</h3>
    <For each={[props.method.body]}>{(body) => <MethodText body={body} />}</For>
  </article>
)
