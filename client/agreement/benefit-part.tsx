import { For, type JSX, Show } from 'solid-js'
import { plainCharter } from '../../shared/charter-words.ts'
import type { Forum } from '../forum/fora.ts'
import { useAgreement } from '../shell/agreement.ts'
import { daysLeft, formatDay, rich, t, today } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { Sentences, SourceNote } from './plain-charter.tsx'
import { nextMonthDay, progressOf, sittingOf } from './years.ts'

/** What is contingent, who decides on it and what ends it, by the charter; and what the calendar asks for next. */
export function BenefitPart(props: { fora: readonly Forum[] | undefined }): JSX.Element {
  const agreement = useAgreement()
  const answers = () =>
    plainCharter(agreement().charter).filter(({ question }) => ['benefit', 'decide', 'end'].includes(question))
  return (
    <Part title={t('agreement.benefit')}>
      <div class="benefit">
        <For each={answers()}>
          {(rule) => (
            <p>
              <Sentences sentences={rule.sentences} />
            </p>
          )}
        </For>
        <p class="next">
          <NextDetermination /> <Show when={props.fora}>{(fora) => <Consultations fora={fora()} />}</Show>
        </p>
      </div>
      <SourceNote charter={agreement().charter} />
    </Part>
  )
}

function NextDetermination(): JSX.Element {
  const agreement = useAgreement()
  const due = () => {
    const monthDay = agreement().charter.deadlines.determinationBy
    return monthDay && nextMonthDay(monthDay, today())
  }
  return (
    <Show when={due()}>
      {(day) =>
        rich(
          'agreement.nextDetermination',
          { b: (inner) => <b>{inner}</b> },
          { day: formatDay(day()), left: daysLeft(day()) },
        )
      }
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
