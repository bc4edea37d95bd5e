import '../trials.css'
import { useParams, useSearchParams } from '@solidjs/router'
import { type JSX, lazy, Match, Show, Switch } from 'solid-js'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { type AgreementHere, useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text.ts'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ownTeam } from '../records.ts'
import { BeginMethod } from './begin-method.tsx'
import { FiledMethods } from './filed-methods.tsx'
import { type FiledMethod, loadMethods, loadMethodText, type MethodText, readShown } from './methods.ts'

interface Found {
  id: string
  filed: FiledMethod[]
  text: MethodText | undefined
}
type Team = AgreementHere['teams'][number]

/** Whoever only reads what was filed is not sent the editor. */
const MethodWriting = lazy(async () => ({ default: (await import('./method-writing.tsx')).MethodWriting }))
const MethodHistory = lazy(async () => ({ default: (await import('./method-history.tsx')).MethodHistory }))

/** A team's way of working: what it writes, for itself; what it filed, for all once that is open. */
export function Page(): JSX.Element {
  const params = useParams<{ teamId: string }>()
  const agreement = useAgreement()
  const team = () => agreement().teams.find((one) => one.id === params.teamId)
  return (
    <Show when={team()} fallback={<NotFound />} keyed>
      {(found) => <OfTeam team={found} />}
    </Show>
  )
}

function OfTeam(props: { team: Team }): JSX.Element {
  const agreement = useAgreement()
  const [query] = useSearchParams<{ version?: string; compare?: string; history?: string }>()
  const own = () => ownTeam(actor(), agreement().id) === props.team.id
  const load = createLoad(async (): Promise<Found> => {
    const { id } = props.team
    const [filed, text] = await Promise.all([loadMethods(id), own() ? loadMethodText(id) : undefined])
    return { id, filed, text }
  })
  const shown = () => readShown(query)
  return (
    <Loaded load={load}>
      {(found) => (
        <Switch fallback={<Shown team={props.team} own={own()} found={found()} again={load.again} />}>
          <Match when={shown().history && found().text}>
            {(text) => <MethodHistory text={text()} team={props.team.name} asked={shown().history!.stretch} />}
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}

function Shown(props: { team: Team; own: boolean; found: Found; again: () => Promise<void> }): JSX.Element {
  const agreement = useAgreement()
  return (
    <div class="trials">
      <PageHead
        title={t('method.of', { team: props.team.name })}
        lede={t(props.own ? 'method.ownLede' : 'method.otherLede')}
        acts={<a href={paths.methods(agreement().slug)}>{t('method.all')}</a>}
      />
      <Show when={props.own}>
        <Show when={props.found.text} fallback={<BeginMethod team={props.team} again={props.again} />} keyed>
          {(text) => <MethodWriting text={text} again={props.again} />}
        </Show>
      </Show>
      <FiledMethods teamId={props.team.id} own={props.own} filed={props.found.filed} />
    </div>
  )
}
