import Sqlite from 'better-sqlite3'
import pg from 'pg'

/**
 * Loaded before a node, it takes from every statement the condition that a document must be open to be appended to: the
 * control of `seal`, which must then see updates past the seal.
 */
const guard = /(?:\b\w+\.)?"?\bstate"?\s*=\s*'open'/g
const without = (text: string) => text.replace(guard, 'true')

const prepare = Sqlite.prototype.prepare
Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
  return prepare.call(this, without(source))
} as typeof prepare

type Query = (this: unknown, config: unknown, ...rest: unknown[]) => unknown
const query = pg.Client.prototype.query as Query
pg.Client.prototype.query = function (this: unknown, config: unknown, ...rest: unknown[]) {
  if (typeof config === 'string') return query.call(this, without(config), ...rest)
  const said = config as { text?: string } | null
  if (typeof said?.text === 'string') said.text = without(said.text)
  return query.call(this, config, ...rest)
} as typeof pg.Client.prototype.query
