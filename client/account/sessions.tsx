import { type JSX, Show } from 'solid-js'
import { api, call } from '../api.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { tell } from '../ui/toast.tsx'

type Session = Awaited<ReturnType<typeof loadSessions>>[number]
const loadSessions = () => call(api.api.sessions.$get())

/** Where the person is signed in; any but the present one can be ended from here. */
export function Sessions(): JSX.Element {
  const load = createLoad(loadSessions)
  const end = async (session: Session) => {
    await call(api.api.sessions[':id'].$delete({ param: { id: session.id } }))
    tell(t('account.sessions.ended'))
    await load.again()
  }
  const columns = (): Column<Session>[] => [
    { head: t('account.sessions.device'), isHead: true, cell: (one) => deviceName(one) },
    { head: t('account.sessions.since'), cell: (one) => formatInstant(one.createdAt) },
    { head: t('account.sessions.seen'), cell: (one) => formatInstant(one.seenAt) },
    { head: t('account.sessions.act'), cell: (one) => <Act session={one} onEnd={() => end(one)} /> },
  ]
  return (
    <Part title={t('account.sessions.title')}>
      <Loaded load={load}>
        {(sessions) => (
          <Table caption={t('account.sessions.title')} hideCaption stack columns={columns()} rows={sessions()} />
        )}
      </Loaded>
    </Part>
  )
}

const deviceName = (session: Session): string => session.device || t('account.sessions.unknown')

function Act(props: { session: Session; onEnd: () => Promise<unknown> }): JSX.Element {
  return (
    <Show when={!props.session.current} fallback={<span class="meta">{t('account.sessions.this')}</span>}>
      <Button onClick={props.onEnd} aria-label={t('account.sessions.endNamed', { device: deviceName(props.session) })}>
        {t('account.sessions.end')}
      </Button>
    </Show>
  )
}
