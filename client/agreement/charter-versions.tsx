import { For, type JSX, Show } from 'solid-js'
import { type Charter, ruleKeys, ruleOf } from '../../shared/charter.ts'
import { plainSentences } from '../../shared/charter-words.ts'
import { api, call } from '../api.ts'
import { formatDay, t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Lines } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'

type Version = Awaited<ReturnType<typeof loadCharters>>[number]
const loadCharters = (id: string) => call(api.api.agreements[':id'].charters.$get({ param: { id } }))

/** Every version of the charter, the latest first, with the rules that it changed. */
export function CharterVersions(props: { agreementId: string; version: number }): JSX.Element {
  const asked = () => ({ id: props.agreementId, after: props.version }) // a new version is one more to ask for
  const load = createLoad(() => loadCharters(asked().id), 'version')
  return (
    <Disclose summary={t('agreement.charter.versions')}>
      <Loaded load={load}>
        {(versions) => (
          <Lines rows={versions()}>{(one) => <OneVersion version={one} before={beforeOf(versions(), one)} />}</Lines>
        )}
      </Loaded>
    </Disclose>
  )
}

const beforeOf = (versions: readonly Version[], { version }: Version): Charter | undefined =>
  versions.find((other) => other.version === version - 1)?.body

function OneVersion(props: { version: Version; before: Charter | undefined }): JSX.Element {
  const { inForceFrom: since, version } = props.version
  return (
    <>
      <b>{t('agreement.charter.versionSince', { version, since: formatDay(since) })}</b>
      <Show when={props.before} fallback={<p class="meta">{t('agreement.charter.firstVersion')}</p>}>
        {(before) => (
          <ul>
            <For each={changedRules(before(), props.version.body)}>
              {(rule) => <li>{t('agreement.charter.changedRule', rule)}</li>}
            </For>
          </ul>
        )}
      </Show>
    </>
  )
}

const words = (charter: Charter, rule: (typeof ruleKeys)[number]): string =>
  plainSentences(charter, rule)
    .map((sentence) => t(sentence.key, sentence.values))
    .join(' ')

const changedRules = (before: Charter, after: Charter) =>
  ruleKeys
    .filter((rule) => JSON.stringify(ruleOf(before, rule)) !== JSON.stringify(ruleOf(after, rule)))
    .map((rule) => ({ now: words(after, rule), before: words(before, rule) }))
