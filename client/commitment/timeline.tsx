import { For, type JSX, Show } from 'solid-js'
import { type Day, dayOf } from '../../shared/dates.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay } from '../text.ts'
import { calendarOf, lateness, reportMissing, ticksOf, yearly } from './calendar.ts'
import type { Commitment, Programme } from './programmes.ts'
import { Hatch, TimelineKey } from './timeline-key.tsx'

const rowHeight = 40

/** The commitments of a programme over its time. What it shows is in the table below it, so the drawing is for the eye. */
export function Timeline(props: { programme: Programme; day: Day; open: number | undefined }): JSX.Element {
  const agreement = useAgreement()
  const calendar = () => calendarOf(props.programme)
  const percent = (day: Day) => `${calendar().place(day)}%`
  const height = () => props.programme.commitments.length * rowHeight
  const determinations = () => yearly(calendar(), agreement().charter.deadlines.determinationBy)
  const showsDay = () => props.day >= calendar().from && props.day <= calendar().until
  return (
    <figure class="gantt">
      <div class="gantt-plot">
        <ol class="gantt-l">
          <For each={props.programme.commitments}>{(one) => <Name commitment={one} open={props.open} />}</For>
        </ol>
        <svg width="100%" height={height() + 20} aria-hidden="true">
          <Hatch />
          <For each={ticksOf(calendar())}>
            {(day, index) => (
              <>
                <line class="grid" x1={percent(day)} x2={percent(day)} y1="0" y2={height()} />
                <text class={index() % 3 === 0 ? 'tick' : 'tick odd'} x={percent(day)} dx="4" y="-6">
                  {tickText(day, day === calendar().from || day.endsWith('-01-01'))}
                </text>
              </>
            )}
          </For>
          <For each={determinations()}>
            {(day) => <line class="ref" x1={percent(day)} x2={percent(day)} y1="0" y2={height()} />}
          </For>
          <For each={props.programme.commitments}>
            {(one, index) => (
              <Row
                commitment={one}
                day={props.day}
                open={one.number === props.open}
                y={index() * rowHeight + 20}
                percent={percent}
                place={calendar().place}
              />
            )}
          </For>
          <Show when={showsDay()}>
            <line class="today" x1={percent(props.day)} x2={percent(props.day)} y1="0" y2={height() + 4} />
            <text
              class="today-t"
              x={percent(props.day)}
              y={height() + 17}
              text-anchor={anchor(calendar().place(props.day))}
            >
              {formatDay(props.day, 'short')}
            </text>
          </Show>
        </svg>
      </div>
      <figcaption>
        <TimelineKey determination={determinations().length > 0} />
      </figcaption>
    </figure>
  )
}

const anchor = (place: number): 'start' | 'middle' | 'end' => (place < 5 ? 'start' : place > 95 ? 'end' : 'middle')

const tickText = (day: Day, withYear: boolean): string =>
  withYear ? `${formatDay(day, 'monthShort')} ${day.slice(0, 4)}` : formatDay(day, 'monthShort')

function Name(props: { commitment: Commitment; open: number | undefined }): JSX.Element {
  return (
    <li>
      <a
        href={`#commitment-${props.commitment.number}`}
        aria-current={props.commitment.number === props.open ? 'true' : undefined}
      >
        <b>{props.commitment.number}</b> <span>{props.commitment.measure.title}</span>
      </a>
    </li>
  )
}

function Row(props: {
  commitment: Commitment
  day: Day
  open: boolean
  y: number
  percent: (day: Day) => string
  place: (day: Day) => number
}): JSX.Element {
  const width = (from: Day, until: Day) => `${Math.max(0, props.place(until) - props.place(from))}%`
  const late = () => lateness(props.commitment, props.day)
  return (
    <>
      <rect
        class={props.open ? 'span own' : 'span'}
        x={props.percent(props.commitment.startOn)}
        y={props.y - 4}
        width={width(props.commitment.startOn, props.commitment.dueOn)}
        height="8"
      />
      <Show when={late()}>
        {(stretch) => (
          <rect
            class="over"
            x={props.percent(stretch().from)}
            y={props.y - 4}
            width={width(stretch().from, stretch().until)}
            height="8"
          />
        )}
      </Show>
      <line
        class={late() ? 'due is-late' : 'due'}
        x1={props.percent(props.commitment.dueOn)}
        x2={props.percent(props.commitment.dueOn)}
        y1={props.y - 9}
        y2={props.y + 9}
      />
      <For each={props.commitment.reports}>
        {(report) => <circle class="report" cx={props.percent(dayOf(report.at))} cy={props.y} r="3.5" />}
      </For>
      <Show when={reportMissing(props.commitment, props.day)}>
        <circle class="nc" cx={props.percent(props.commitment.dueOn)} cy={props.y} r="4" />
      </Show>
      <For each={props.commitment.findings}>
        {(finding) => (
          <svg x={props.percent(dayOf(finding.publishedAt))} y={props.y} overflow="visible" aria-hidden="true">
            <path class="finding" d="M0-6L6 0 0 6-6 0z" />
          </svg>
        )}
      </For>
    </>
  )
}
