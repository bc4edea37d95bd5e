import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '../../shared/agreement.ts'
import { type Action, refusal, rules, type Subject } from '../../shared/permissions.ts'
import { Refused } from '../../shared/refusals.ts'

/** The actions that were demanded while one request ran: how `rule` finds a route that forgot to ask. */
export const demanded = new AsyncLocalStorage<Set<Action>>()

/**
 * Throws the refusal unless the actor may do this to the subject. A rule that looks at a state, a delegation, a party or
 * a team must be given it: forgetting one is a defect, not a permission.
 */
export function demand(actor: Actor | undefined, action: Action, subject: Subject = {}): void {
  const rule = rules[action]
  if ('states' in rule && subject.state === undefined) throw new Error(`${action} is asked without a state`)
  if ('own' in rule && subject[`${rule.own}Id`] === undefined)
    throw new Error(`${action} is asked without a ${rule.own}`)
  demanded.getStore()?.add(action)
  const code = refusal(actor, action, subject)
  if (code) throw new Refused(code)
}
