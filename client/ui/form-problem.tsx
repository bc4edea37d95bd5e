import { createEffect, For, type JSX, on, Show } from 'solid-js'
import { type Issue, type Problem, problemText } from '../api.ts'
import { hasText, t, tKind } from '../text.ts'

export const issueText = (issue: Issue): string =>
  hasText(`ui.issue.${issue.code}`) ? tKind('ui.issue', issue.code) : t('ui.issue.other')

/** What was wrong with a form, said once above its button; each field leads to itself. */
export function FormProblem(props: {
  problem: Problem | undefined
  issues: readonly Issue[]
  known: ReadonlyMap<string, { id: string; label: () => string }>
}): JSX.Element {
  let box: HTMLDivElement | undefined
  createEffect(
    on(
      () => props.problem,
      (problem) => problem && box?.focus(),
      { defer: true },
    ),
  )
  return (
    <div
      role="alert"
      tabindex="-1"
      ref={(element) => {
        box = element
      }}
      class="form-problem"
    >
      <Show when={props.problem}>
        {(problem) => (
          <Show when={props.issues.length > 0} fallback={<p class="issue">{problemText(problem())}</p>}>
            <p class="issue">{t('ui.formWrong', { count: props.issues.length })}</p>
            <ul>
              <For each={props.issues}>{(issue) => <li>{issueLine(issue, props.known.get(issue.path))}</li>}</For>
            </ul>
          </Show>
        )}
      </Show>
    </div>
  )
}

function issueLine(issue: Issue, field: { id: string; label: () => string } | undefined): JSX.Element {
  if (!field)
    return (
      <>
        {issue.path}: {issueText(issue)}
      </>
    )
  const lead = (event: MouseEvent) => {
    event.preventDefault()
    document.getElementById(field.id)?.focus()
  }
  return (
    <>
      <a href={`#${field.id}`} onClick={lead}>
        {field.label()}
      </a>
      : {issueText(issue)}
    </>
  )
}
