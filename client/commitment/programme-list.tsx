import { type JSX, Show } from 'solid-js'
import type { Day } from '../../shared/dates.ts'
import type { Mark } from '../../shared/marks.ts'
import { type ProgrammeState, programmeState } from '../../shared/programme.ts'
import { paths } from '../paths.ts'
import { formatDay, t } from '../text.ts'
import { Lines, Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { State } from '../ui/state.tsx'
import { askProgrammes, type ProgrammeSummary } from './programmes.ts'

/** Every programme that was ever locked: the one in force, those to come, and those that others took the place of. */
export function ProgrammeList(props: { agreementId: string; slug: string; day: Day; current: string }): JSX.Element {
  const load = createLoad(() => askProgrammes(props.agreementId))
  return (
    <Part title={t('commitment.allProgrammes')}>
      <Loaded load={load}>
        {(programmes) => (
          <Lines rows={programmes()}>
            {(programme) => <Line programme={programme} slug={props.slug} day={props.day} current={props.current} />}
          </Lines>
        )}
      </Loaded>
    </Part>
  )
}

const marks = {
  ahead: 'empty',
  in_force: 'full',
  ended: 'sealed',
  superseded: 'sealed',
  never: 'struck',
} as const satisfies Record<ProgrammeState, Mark>

function Line(props: { programme: ProgrammeSummary; slug: string; day: Day; current: string }): JSX.Element {
  const state = () => programmeState(props.programme, props.day)
  const words = () =>
    t('commitment.programmeLine', {
      title: props.programme.title,
      from: formatDay(props.programme.inForceFrom),
      until: formatDay(props.programme.inForceUntil ?? props.programme.periodUntil),
    })
  return (
    <>
      <Show when={props.programme.id !== props.current} fallback={<b>{words()}</b>}>
        <a href={paths.programme(props.slug, props.programme.id)}>{words()}</a>
      </Show>{' '}
      <State mark={marks[state()]}>{t(`commitment.programmeState.${state()}`)}</State>
    </>
  )
}
