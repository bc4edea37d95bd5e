import { Hono } from 'hono'
import { type Section, sectionForm, sections } from '../../shared/disclosure.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { amendDisclosure, dropAmendment } from './amending.ts'
import { writeSection } from './disclosures.ts'

function sectionNamed(name: string): Section {
  const section = sections.find((one) => one === name)
  if (!section) throw new Refused('not_found')
  return section
}

/** What a team writes beside its records, and the amending of what it has filed. */
export const disclosureRoutes = new Hono<Env>()
  .put('/api/disclosures/:id/sections/:section', rule('disclosure.edit'), body(sectionForm), async (c) => {
    const { text } = c.req.valid('json')
    const { id, section } = c.req.param()
    await c.var.db.write((trx) => writeSection(trx, c.var.actor, id, { section: sectionNamed(section), text }))
    return c.json({ text })
  })
  .put('/api/disclosures/:id/amendment', rule('disclosure.amend'), async (c) => {
    await c.var.db.write((trx) => amendDisclosure(trx, c.var.actor, c.req.param('id')))
    return c.body(null, 204)
  })
  .delete('/api/disclosures/:id/amendment', rule('disclosure.edit'), async (c) => {
    await c.var.db.write((trx) => dropAmendment(trx, c.var.actor, c.req.param('id'), c.var.now))
    return c.body(null, 204)
  })
