import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { complaints, order } from './architecture.ts'

const house = (): Map<string, string> => {
  const paths = globSync('{shared,server,client,migrations,test}/**/*.{ts,tsx}').filter(
    (path) => !/\.cache|node_modules/.test(path),
  )
  return new Map(
    [...paths, ...globSync('*.ts')].map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
}

test('every file of the house keeps its rules', () => {
  const files = house()
  expect(files.size).toBeGreaterThan(100)
  expect(complaints(files)).toEqual([])
})

test('every room of the server has its place in the order', () => {
  const rooms = new Set(globSync('server/*/*.ts').map((path) => path.replaceAll('\\', '/').split('/')[1]))
  expect([...rooms].filter((room) => !order.includes(room!))).toEqual([])
})

/** The control: a made-up house in which each rule is broken once, each with the words that must be said about it. */
const broken: [path: string, text: string, says: string][] = [
  ['shared/clock.ts', `import { readFileSync } from 'node:fs'`, 'shared takes only pure packages'],
  ['shared/widget.ts', `import { createSignal } from 'solid-js'`, 'shared takes only pure packages'],
  ['shared/rows.ts', `import type { ForumRow } from '../server/forum/table.ts'`, 'shared imports only shared'],
  ['shared/schema.ts', `import { z } from 'zod'`, 'zod/mini'],
  [
    'client/forum/forum-page.tsx',
    `import { closeForum } from '../../server/forum/forums.ts'`,
    'only client and shared',
  ],
  ['client/api.ts', `import { createApp } from '../server/app.ts'`, 'only the type of the routes'],
  ['client/file.ts', `const fs = await import('node:fs')`, 'the browser is not sent this'],
  ['client/ui/button.tsx', `import { stages } from '../forum/stages.ts'`, 'know nothing of the rooms'],
  ['client/ui/markup.tsx', `export const Raw = (p: { h: string }) => <p innerHTML={p.h} />`, 'innerHTML'],
  ['client/forum/paste.ts', `document.body['insertAdjacentHTML']('beforeend', '')`, 'insertAdjacentHTML'],
  ['server/forum/plans.ts', `import { freezePlan } from '../plan/plans.ts'`, 'plan comes after forum'],
  ['server/ledger/late.ts', `import { setDeadline } from '../notice/deadlines.ts'`, 'notice comes after ledger'],
  ['server/account/seats.ts', `import type { X } from '../agreement/table.ts'`, 'agreement comes after account'],
  ['server/db/peek.ts', `import { closeForum } from '../forum/forums.ts'`, 'only the types of their tables'],
  ['server/db/types.ts', `import { rows } from '../forum/table.ts'`, 'only the types of their tables'],
  ['server/plan/all.ts', `import { createApp } from '../app.ts'`, 'how it is put together'],
  ['server/gossip/news.ts', `import { recordAct } from '../ledger/acts.ts'`, 'no place in the order'],
  ['server/plan/schema.ts', `import { migrations } from '../../migrations/index.ts'`, 'brings its schema up to date'],
  ['server/plan/view.ts', `import { Button } from '../../client/ui/button.tsx'`, 'does not import the client'],
  ['server/record/fast.ts', `import Database from 'better-sqlite3'`, 'only server/db names an engine'],
  ['server/record/pool.ts', `import type { Pool } from 'pg'`, 'only server/db names an engine'],
  ['server/account/later.ts', `export type S = import('../forum/table.ts').ForumRow`, 'forum comes after account'],
  ['server/account/cookies.ts', `import { Lucia } from 'lucia'`, 'so that it can be replaced'],
  ['migrations/0042-late.ts', `import { stages } from '../shared/forum.ts'`, 'a migration stands alone'],
  ['server/forum/old.ts', `export default function close() {}`, 'exports a default'],
  ['server/forum/alias.ts', `const close = 1\nexport { close as default }`, 'exports a default'],
  ['server/forum/index.ts', `export * from './forums.ts'`, 'only passes on'],
  ['shared/short.ts', `import { day } from './dates'`, 'carries its extension'],
]

test.each(broken)('a broken rule is found: %s', (path, text, says) => {
  const found = complaints(new Map([[path, text]]))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(path)
  expect(found[0]).toContain(says)
})

test('what the rules allow, and what only reads like a breach, is let through', () => {
  const good: [string, string][] = [
    ['shared/a.ts', `import * as z from 'zod/mini'\nexport const a = z.string()`],
    ['client/api.ts', `import type { App } from '../server/app.ts'\nexport type A = App`],
    ['server/plan/plans.ts', `import { findForum } from '../forum/forums.ts'\nexport const p = findForum`],
    ['server/db/tables.ts', `import type { ForumTables } from '../forum/table.ts'\nexport type T = ForumTables`],
    ['server/account/lucia-sessions.ts', `import { Lucia } from 'lucia'\nexport const l = Lucia`],
    ['server/forum/said.ts', `// import x from 'pg'\nexport const said = "import 'lucia' and innerHTML"`],
  ]
  expect(complaints(new Map(good))).toEqual([])
})
