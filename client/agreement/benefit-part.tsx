import { For, type JSX, Show } from 'solid-js'
import type { RuleKey } from '../../shared/charter.ts'
import { plainCharter, plainSentences, settledSentences } from '../../shared/charter-words.ts'
import type { Forum } from '../forum/fora.ts'
import { useAgreement } from '../shell/agreement.ts'
import { daysLeft, formatDay, rich, t, today } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { Sentences } from './plain-charter.tsx'
import { nextMonthDay, progressOf, sittingOf } from './years.ts'

const asked = ['end', 'decide'] as const

/** What is contingent, what ends it and who decides on that, by the charter; and what the calendar asks for next. */
export function BenefitPart(props: { fora: readonly Forum[] | undefined }): JSX.Element {
  const agreement = useAgreement()
  const rules = () => plainCharter(agreement().charter)
  return (
    <Part title={t('agreement.benefit')}>
      <div class="benefit">
        <p class="statement">
          <Sentences sentences={plainSentences(agreement().charter, 'benefit.kind')} />
        </p>
        <For each={rules().filter(({ question }) => asked.some((one) => one === question))}>
          {(rule) => (
            <p>
              <b>{t(rule.key)}</b> <Sentences sentences={settledSentences(rule).filter(notAnEnding)} />
            </p>
          )}
        </For>
        <p class="next">
          <NextDetermination /> <Show when={props.fora}>{(fora) => <Consultations fora={fora()} />}</Show>
        </p>
      </div>
    </Part>
  )
}

/** The ground of withdrawal tells the endings already. */
const notAnEnding = ({ rule }: { rule: RuleKey }): boolean => rule !== 'benefit.endings'

function NextDetermination(): JSX.Element {
  const agreement = useAgreement()
  const due = () => {
    const monthDay = agreement().charter.deadlines.determinationBy
    return monthDay && nextMonthDay(monthDay, today())
  }
  return (
    <Show when={due()}>
      {(day) => (
        <>
          {rich(
            'agreement.nextDetermination',
            { b: (inner) => <b>{inner}</b> },
            { day: formatDay(day()), left: daysLeft(day()) },
          )}
        </>
      )}
    </Show>
  )
}

/** The fora that the charter asks for in a year, and how far this year's are. */
function Consultations(props: { fora: readonly Forum[] }): JSX.Element {
  const agreement = useAgreement()
  const year = () => today().slice(0, 4)
  const count = (wanted: 'closed' | 'open') =>
    props.fora.map(sittingOf).filter((one) => one.until.startsWith(year()) && progressOf(one, today()) === wanted)
      .length
  return (
    <>
      {t('agreement.foraRequired', {
        required: agreement().charter.cadence.foraPerYear,
        year: year(),
        closed: count('closed'),
        open: count('open'),
      })}
    </>
  )
}
