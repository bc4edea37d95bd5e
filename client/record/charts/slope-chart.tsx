import { createMemo, For, type JSX } from 'solid-js'
import type { Slope, SlopeLine } from '../../../shared/charts/slope.ts'

/** How a team is drawn: one's own, the best, a named peer, one set aside, or one of the many. */
export type Weight = 'own' | 'best' | 'peer' | 'aside' | 'faint'

export interface SlopeTeam {
  id: string
  name: string
  weight: Weight
  before: string
  now: string
}

/** Two periods, a line a team between them. The labels are text beside it, kept apart, and say who rose and who fell. */
export function SlopeChart(props: {
  label: string
  from: string
  to: string
  slope: Slope
  teams: ReadonlyMap<string, SlopeTeam>
}): JSX.Element {
  const team = (line: SlopeLine) => props.teams.get(line.id)!
  const named = () => props.slope.lines.filter((line) => team(line).weight !== 'faint')
  /** The many first, so that who matters lies on top. */
  const inOrder = createMemo(() =>
    [...props.slope.lines].sort((a, b) => weights.indexOf(team(a).weight) - weights.indexOf(team(b).weight)),
  )
  const tall = () => ({ 'block-size': `${props.slope.height}px` })
  return (
    <div class="slope" role="img" aria-label={props.label}>
      <b class="slope-from">{props.from}</b>
      <b class="slope-to">{props.to}</b>
      <div class="slope-l" style={tall()}>
        <For each={named()}>
          {(line) => <Label at={line.labelFrom} weight={team(line).weight} words={team(line).before} />}
        </For>
      </div>
      <svg width="100%" height={props.slope.height} aria-hidden="true">
        <line class="grid" x1="0" x2="0" y1="0" y2="100%" />
        <line class="grid" x1="100%" x2="100%" y1="0" y2="100%" />
        <For each={inOrder()}>
          {(line) => (
            <g class={`s-${team(line).weight}`}>
              <line x1="0" x2="100%" y1={line.from} y2={line.to} />
              <circle cx="0" cy={line.from} r="3.5" />
              <circle cx="100%" cy={line.to} r="3.5" />
            </g>
          )}
        </For>
      </svg>
      <div class="slope-r" style={tall()}>
        <For each={named()}>
          {(line) => (
            <Label at={line.labelTo} weight={team(line).weight} words={team(line).now} name={team(line).name} />
          )}
        </For>
      </div>
    </div>
  )
}

/** The lightest first. */
export const weights: readonly Weight[] = ['faint', 'aside', 'peer', 'best', 'own']

function Label(props: { at: number; weight: Weight; words: string; name?: string }): JSX.Element {
  return (
    <span class={`slope-t s-${props.weight}`} style={{ 'inset-block-start': `${props.at - 10}px` }} title={props.name}>
      {props.words} {props.name}
    </span>
  )
}
