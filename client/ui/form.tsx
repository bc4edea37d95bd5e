import { createContext, createSignal, type JSX, useContext } from 'solid-js'
import type { RefusalCode } from '../../shared/refusals.ts'
import { asProblem, issuesOf, Problem } from '../api.ts'
import { Button } from './button.tsx'
import { FormProblem, issueText } from './form-problem.tsx'

interface FormState {
  /** Says what is wrong with the field of this name, if anything. */
  issue: (name: string) => string | undefined
  /** A field tells its label and id, so that the summary can name it and lead to it. */
  register: (name: string, id: string, label: () => string) => void
}

const FormContext = createContext<FormState>()
export const useForm = (): FormState | undefined => useContext(FormContext)

/** The part of a Zod schema (mini or not) that a form needs. */
interface Schema {
  safeParse(value: unknown): {
    success: boolean
    error?: { issues: readonly { path: readonly PropertyKey[]; code?: string | undefined }[] } | undefined
  }
}

export interface FormProps {
  children: JSX.Element
  /** Sends it. When it throws a `Problem`, the input stays and the problem is said once, with the fields it concerns. */
  onSubmit: (fields: FormData) => unknown
  /** Words of the one button that sends. */
  submit: string
  /** Checked before anything is sent: the server's own schema, and what would be sent. */
  check?: { schema: Schema; value: () => unknown } | undefined
  refusal?: RefusalCode | undefined
  reason?: JSX.Element | undefined
  /** One primary button at most on a screen. */
  primary?: boolean | undefined
  big?: boolean | undefined
  /** Beside the button that sends. */
  beside?: JSX.Element | undefined
  class?: string | undefined
  label?: string | undefined
}

/** A form that never loses what was written. */
export function Form(props: FormProps): JSX.Element {
  const [problem, setProblem] = createSignal<Problem>()
  const [busy, setBusy] = createSignal(false)
  const known = new Map<string, { id: string; label: () => string }>()
  const issues = () => (problem() ? issuesOf(problem() as Problem) : [])
  const state: FormState = {
    issue: (name) => {
      const found = issues().find((issue) => issue.path === name)
      return found && issueText(found)
    },
    register: (name, id, label) => known.set(name, { id, label }),
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (busy() || props.refusal) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    try {
      demandValid(props.check)
      await props.onSubmit(fields)
      setProblem(undefined)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    }
    setBusy(false)
  }
  return (
    <FormContext.Provider value={state}>
      <form class={props.class ?? 'form'} noValidate aria-label={props.label} onSubmit={submit}>
        {props.children}
        <FormProblem problem={problem()} issues={issues()} known={known} />
        <div class="row">
          <Button
            type="submit"
            primary={props.primary}
            big={props.big}
            busy={busy()}
            refusal={props.refusal}
            reason={props.reason}
          >
            {props.submit}
          </Button>
          {props.beside}
        </div>
      </form>
    </FormContext.Provider>
  )
}

function demandValid(check: FormProps['check']): void {
  const value = check?.value()
  const result = check?.schema.safeParse(value)
  if (!result || result.success) return
  const found = result.error?.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: isEmptyAt(value, issue.path) ? 'required' : (issue.code ?? 'other'),
  }))
  throw new Problem(422, 'invalid_input', { issues: found })
}

/** Whether nothing was written there: then it is needed, whatever rule of the schema found out. */
const isEmptyAt = (value: unknown, path: readonly PropertyKey[]): boolean => {
  const at = path.reduce((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
  return at === undefined || at === ''
}
