import { parseSync } from 'vite'

/** One thing that a module asks of another. */
export interface Import {
  from: string
  /** Erased before it runs: `import type`, `export type … from`, `import('…').T`. */
  typeOnly: boolean
}

/** What the rules of the house look at in a module. */
export interface Module {
  path: string
  imports: Import[]
  /** `export default`. */
  default: boolean
  /** `export … from`, of values or types. */
  reexports: number
  /** Whether anything is declared here, or the module only passes on what others export. */
  declares: boolean
  /** Every name and property that the code speaks of. */
  names: Set<string>
}

interface Node {
  type: string
  [key: string]: unknown
}

/** Reads a module with the parser that builds it, so that no comment or sentence is taken for code. */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const module: Module = { path, imports: [], default: false, reexports: 0, declares: false, names: new Set() }
  for (const statement of program.body as unknown as Node[]) readStatement(module, statement)
  walk(program as unknown as Node, (node) => readNode(module, node))
  return module
}

function readStatement(module: Module, node: Node): void {
  const passesOn = node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !!node.source)
  if (passesOn) module.reexports++
  else if (node.type === 'ExportDefaultDeclaration') module.default = true
  else if (node.type !== 'ImportDeclaration') module.declares = true
  if (exportsAsDefault(node)) module.default = true
}

const exportsAsDefault = (node: Node): boolean =>
  Array.isArray(node.specifiers) &&
  (node.specifiers as Node[]).some(
    (one) => one.type === 'ExportSpecifier' && nameOf(one.exported as Node) === 'default',
  )

function readNode(module: Module, node: Node): void {
  if (node.type === 'ImportDeclaration') add(module, node.source, node.importKind === 'type')
  else if (node.type.startsWith('Export')) add(module, node.source, node.exportKind === 'type')
  else if (node.type === 'ImportExpression') add(module, node.source, false)
  else if (node.type === 'TSImportType') add(module, node.source, true)
  else if (['Identifier', 'JSXIdentifier', 'Literal'].includes(node.type)) module.names.add(nameOf(node) ?? '')
}

const nameOf = (node: Node): string | undefined => {
  const name = node.type === 'Literal' ? node.value : node.name
  return typeof name === 'string' ? name : undefined
}

function add(module: Module, source: unknown, typeOnly: boolean): void {
  const literal = source as Node | null | undefined
  if (literal?.type === 'Literal') module.imports.push({ from: String(literal.value), typeOnly })
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string') walk(child as Node, visit)
}
