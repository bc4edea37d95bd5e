import '../trials.css'
import { type JSX, Show } from 'solid-js'
import { forumName } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { formatList, t } from '../../text.ts'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { loadTeamsMethods, type TeamMethods } from './methods.ts'

/** How each team works, as far as it is open. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const load = createLoad(() => loadTeamsMethods(agreement().id), 'teamId')
  const columns = (): readonly Column<TeamMethods>[] => [
    {
      head: t('method.team'),
      isHead: true,
      cell: (line) => <a href={paths.method(agreement().slug, line.teamId)}>{line.team}</a>,
    },
    {
      head: t('method.latest'),
      cell: (line) => (
        <Show when={line.latest} fallback={<span class="meta">{t('method.noneOpen')}</span>}>
          {(latest) => t('record.methodTitle', { version: latest().version, title: latest().title })}
        </Show>
      ),
    },
    {
      head: t('method.filedFor'),
      cell: (line) => (
        <Show when={line.latest?.filedFor.length} fallback={<span class="meta">{t('method.notFiled')}</span>}>
          {formatList(line.latest!.filedFor.map(forumName))}
        </Show>
      ),
    },
    { head: t('method.versions'), numeric: true, cell: (line) => line.versions },
  ]
  return (
    <div class="trials">
      <PageHead
        title={t('method.title')}
        lede={t('method.lede')}
        acts={<a href={paths.strategies(agreement().slug)}>{t('strategy.title')}</a>}
      />
      <Loaded load={load}>
        {(lines) => (
          <Table
            caption={t('method.title')}
            hideCaption
            stack
            columns={columns()}
            rows={lines()}
            empty={<p class="meta">{t('method.noTeams')}</p>}
          />
        )}
      </Loaded>
    </div>
  )
}
