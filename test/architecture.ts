import { posix } from 'node:path'
import { type Import, type Module, readModule } from './imports.ts'

/** Each room of the server may import those before it, ground first; `demo` is behind them all. */
export const order = [
  'db',
  'http',
  'ledger',
  'notice',
  'sync',
  'account',
  'agreement',
  'forum',
  'record',
  'plan',
  'commitment',
  'publication',
  'demo',
]

const purePackages = /^(zod\/mini|canonicalize|yjs|lib0\/|intl-messageformat|d3-|diff$|temporal-polyfill)/
const clientPackages =
  /^(solid-js|@solidjs\/|hono\/client$|zod\/mini$|yjs$|y-|lib0\/|@tiptap\/|d3-|diff$|papaparse$|saxes$|@noble\/hashes\/|intl-messageformat$|vite\/)/
const enginePackages = /^(better-sqlite3|pg|kysely-.*|node:sqlite)(\/|$)/
const writesMarkup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'setHTMLUnsafe']

/** The sentences that the house's rules have against these files, by path; none where all is in order. */
export function complaints(files: ReadonlyMap<string, string>): string[] {
  const modules = [...files].map(([path, text]) => readModule(path, text))
  return modules
    .flatMap((module) => [
      ...module.imports.map((one) => importComplaint(module.path, one)),
      ...shapeComplaints(module),
    ])
    .filter((complaint) => complaint !== undefined)
}

function importComplaint(path: string, { from, typeOnly }: Import): string | undefined {
  const say = (why: string) => `${path} imports ${from}: ${why}`
  const local = from.startsWith('.')
  const target = local ? posix.join(posix.dirname(path), from.replace(/\?.*$/, '')) : undefined
  if (target && !/\.(ts|tsx|css|json|svg)$/.test(target)) return say('an import carries its extension')
  const why = target ? roomComplaint(path, target, typeOnly) : packageComplaint(path, from)
  return why && say(why)
}

/** Why a file of ours may not import another, by the rooms that they stand in. */
function roomComplaint(path: string, target: string, typeOnly: boolean): string | undefined {
  const [side, room] = path.split('/') as [string, string]
  const [toSide, toRoom] = target.split('/') as [string, string]
  if (side === 'test' || !['shared', 'client', 'server', 'migrations'].includes(side)) return undefined
  if (side === 'shared') return toSide === 'shared' ? undefined : 'shared imports only shared'
  if (side === 'migrations')
    return toSide === 'migrations' ? undefined : 'a migration stands alone, whatever changes later'
  if (side === 'client') return clientComplaint(path, target, typeOnly)
  if (toSide === 'client' || toSide === 'test') return `the server does not import the ${toSide}`
  if (toSide === 'migrations') return room === 'db' ? undefined : 'only the database brings its schema up to date'
  if (toSide === 'shared' || room.endsWith('.ts') || room === toRoom) return undefined
  return serverComplaint(room, target, toRoom, typeOnly)
}

function clientComplaint(path: string, target: string, typeOnly: boolean): string | undefined {
  const [toSide] = target.split('/')
  if (target === 'server/app.ts') return typeOnly ? undefined : 'the client imports only the type of the routes'
  if (toSide !== 'client' && toSide !== 'shared') return 'the client imports only client and shared'
  if (path.startsWith('client/ui/') && /^client\/[^/]+\//.test(target) && !/^client\/(ui|text)\//.test(target))
    return 'the parts of the interface know nothing of the rooms'
  return undefined
}

function serverComplaint(room: string, target: string, toRoom: string, typeOnly: boolean): string | undefined {
  const place = order.indexOf(room)
  if (place < 0) return `${room} has no place in the order of the rooms`
  if (room === 'db')
    return typeOnly && target.endsWith('/table.ts')
      ? undefined
      : 'the database knows of the rooms only the types of their tables'
  if (toRoom.endsWith('.ts')) return room === 'demo' ? undefined : 'a room does not know how it is put together'
  const toPlace = order.indexOf(toRoom)
  if (toPlace < 0) return `${toRoom} has no place in the order of the rooms`
  return toPlace < place ? undefined : `${toRoom} comes after ${room}`
}

/** Why a file of ours may not import a package. */
function packageComplaint(path: string, from: string): string | undefined {
  const [side, room] = path.split('/') as [string, string]
  if (side === 'test' || !['shared', 'client', 'server', 'migrations'].includes(side)) return undefined
  if (from === 'zod') return 'zod/mini is the same at a quarter of the weight'
  if (from === 'lucia' && path !== 'server/account/lucia-sessions.ts')
    return 'only server/account/lucia-sessions.ts knows it, so that it can be replaced'
  if (enginePackages.test(from) && !(side === 'server' && room === 'db')) return 'only server/db names an engine'
  if (side === 'shared' && !purePackages.test(from)) return 'shared takes only pure packages'
  if (side === 'client' && !clientPackages.test(from)) return 'the browser is not sent this'
  if (side === 'migrations' && !/^kysely(\/migration)?$/.test(from))
    return 'a migration needs the schema builder and nothing else'
  return undefined
}

function shapeComplaints(module: Module): string[] {
  const [side] = module.path.split('/')
  const found: string[] = []
  if (module.default && !/^[^/]+\.config\.ts$/.test(module.path)) found.push('exports a default: name it')
  if (module.reexports > 0 && !module.declares) found.push('only passes on what others export: import from where it is')
  if (side !== 'test')
    for (const name of writesMarkup.filter((one) => module.names.has(one)))
      found.push(`speaks of ${name}: markup is made of nodes`)
  return found.map((why) => `${module.path} ${why}`)
}
