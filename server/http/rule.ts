import type { Hono, MiddlewareHandler } from 'hono'
import { type Action, rules } from '../../shared/permissions.ts'
import { Refused } from '../../shared/refusals.ts'
import { demanded } from './demand.ts'
import type { Env } from './env.ts'

const declared = new WeakMap<object, Action>()

/**
 * Declares the action of a route. Admits nobody by itself but turns away who is not signed in; the verb demands the
 * action of the subject that it found. A route that answers without its action having been demanded is a defect.
 */
export function rule(action: Action): MiddlewareHandler<Env> {
  const isPublic = (rules[action].who as readonly string[]).includes('public')
  const handler: MiddlewareHandler<Env> = async (c, next) => {
    if (!isPublic && !c.get('visitor')) throw new Refused('not_signed_in')
    const asked = new Set<Action>()
    await demanded.run(asked, next)
    if (c.res.ok && !isPublic && !asked.has(action))
      throw new Error(`${c.req.method} ${c.req.routePath} never demanded ${action}`)
  }
  declared.set(handler, action)
  return handler
}

/** The action of each route, by `METHOD path`; throws when a route has none, so that the server does not start. */
export function routeActions(app: Pick<Hono<Env>, 'routes'>): Map<string, Action> {
  const actions = new Map<string, Action | undefined>()
  for (const route of app.routes) {
    if (route.method === 'ALL') continue // middleware
    const key = `${route.method} ${route.path}`
    actions.set(key, declared.get(route.handler) ?? actions.get(key))
  }
  for (const [key, action] of actions) if (!action) throw new Error(`${key} has no rule`)
  return actions as Map<string, Action>
}
