import { createSignal, For, type JSX, Show } from 'solid-js'
import type { RuleKey } from '../../shared/charter.ts'
import { ruleOf } from '../../shared/charter.ts'
import { questions } from '../../shared/charter-words.ts'
import { refusal } from '../../shared/permissions.ts'
import { CharterVersions } from '../agreement/charter-versions.tsx'
import { api, asProblem, call, type Problem } from '../api.ts'
import { actor } from '../session.ts'
import { useAgreement, useAgreementAgain } from '../shell/agreement.ts'
import { t, tKind } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { tell } from '../ui/toast.tsx'
import { type Changed, RuleField } from './rule-field.tsx'

type Changes = Partial<Record<RuleKey, Changed>>

/** Who sits was settled when the agreement was made; every other rule can be changed, as a new version. */
const settled: readonly RuleKey[] = ['delegations.sides', 'delegations.jurists']

export function CharterPart(): JSX.Element {
  const agreement = useAgreement()
  return (
    <Part title={t('agreement.secretariat.charter')}>
      <p class="note">{t('agreement.secretariat.charterText')}</p>
      <h3>{t('agreement.secretariat.change')}</h3>
      <Show when={agreement().charterVersion} keyed>
        {(version) => <ChangeRules version={version} />}
      </Show>
      <CharterVersions agreementId={agreement().id} version={agreement().charterVersion} />
    </Part>
  )
}

function ChangeRules(props: { version: number }): JSX.Element {
  const agreement = useAgreement()
  const again = useAgreementAgain()
  const [changes, setChanges] = createSignal<Changes>({})
  const [faults, setFaults] = createSignal<readonly string[]>([])
  const change = (rule: RuleKey, value: Changed) => setChanges((all) => withChange(all, rule, value))
  const withChange = (all: Changes, rule: RuleKey, value: Changed): Changes => {
    const { [rule]: _, ...others } = all
    const was = ruleOf(agreement().charter, rule) ?? null
    return JSON.stringify(was) === JSON.stringify(value) ? others : { ...others, [rule]: value }
  }
  const count = () => Object.keys(changes()).length
  const adopt = async () => {
    const json = { from: props.version, rules: changes() as Record<string, never> }
    setFaults([])
    try {
      await call(api.api.agreements[':id'].charter.$put({ param: { id: agreement().id }, json }))
    } catch (thrown) {
      setFaults(faultsOf(asProblem(thrown)))
      throw thrown
    }
    tell(t('agreement.secretariat.adopted', { version: props.version + 1 }))
    await again()
  }
  return (
    <Form
      label={t('agreement.secretariat.change')}
      onSubmit={adopt}
      submit={t('agreement.secretariat.adopt', { version: props.version + 1 })}
      refusal={
        refusal(actor(), 'charter.change', { agreementId: agreement().id }) ??
        (count() === 0 ? 'nothing_changed' : undefined)
      }
    >
      <For each={Object.entries(questions) as [keyof typeof questions, readonly RuleKey[]][]}>
        {([question, rules]) => (
          <Disclose summary={t(`charter.ask.${question}`)}>
            <div class="stack">
              <For each={rules.filter((rule) => !settled.includes(rule))}>
                {(rule) => (
                  <RuleField
                    charter={agreement().charter}
                    rule={rule}
                    value={changes()[rule]}
                    onChange={(value) => change(rule, value)}
                  />
                )}
              </For>
            </div>
          </Disclose>
        )}
      </For>
      <p role="status">{count() > 0 && t('agreement.secretariat.changed', { count: count() })}</p>
      <Show when={faults().length > 0}>
        <ul class="issue">
          <For each={faults()}>{(fault) => <li>{tKind('charter.fault', fault)}</li>}</For>
        </ul>
      </Show>
    </Form>
  )
}

/** Which rules contradict each other, as the server names them. */
function faultsOf(problem: Problem): string[] {
  const found = problem.code === 'charter_invalid' ? problem.detail.faults : undefined
  return Array.isArray(found) ? found.map(({ code }: { code: string }) => code) : []
}
