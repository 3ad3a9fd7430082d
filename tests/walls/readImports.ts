import { parseSync, Visitor } from 'oxc-parser'

/** How one module names another: `value` runs its code, `type` is gone when the code runs, `later` loads it when asked. */
export type ImportKind = 'value' | 'type' | 'later'

interface Import {
  /** As it is written. */
  readonly name: string
  readonly kind: ImportKind
}

/** What a module says of others. */
export interface ModuleText {
  readonly imports: readonly Import[]
  /** It makes a Worker itself. */
  readonly makesWorker: boolean
}

/**
 * Every way in which a module names another: import and export statements, `import()` of code and of types, and
 * `new URL('./…', import.meta.url)`, by which workers are named.
 * @throws Error for a source that is no TypeScript, and for an `import()` of what only a run would tell.
 */
export function readImports(file: string, source: string): ModuleText {
  const { program, module, errors } = parseSync(file, source)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const imports: Import[] = []
  let makesWorker = false
  for (const { moduleRequest, entries } of module.staticImports) {
    const types = entries.length > 0 && entries.every(({ isType }) => isType)
    imports.push({ name: moduleRequest.value, kind: types ? 'type' : 'value' })
  }
  for (const { entries } of module.staticExports) {
    const from = entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ moduleRequest, isType }] : []))
    const [first] = from
    if (first)
      imports.push({ name: first.moduleRequest.value, kind: from.every(({ isType }) => isType) ? 'type' : 'value' })
  }
  // A whole tree of syntax is costly: most modules have nothing in it that is not in their import statements.
  if (!/\bimport\s*\(|\bnew\s/.test(source)) return { imports, makesWorker }
  new Visitor({
    ImportExpression({ source: named }) {
      if (named.type !== 'Literal' || typeof named.value !== 'string') {
        // A test may walk a folder; of the product every import can be followed.
        if (file.startsWith('tests/')) return
        throw new Error(`${file}: an import() names no module`)
      }
      imports.push({ name: named.value, kind: 'later' })
    },
    TSImportType({ source: named }) {
      imports.push({ name: named.value, kind: 'type' })
    },
    NewExpression({ callee, arguments: [named] }) {
      if (callee.type !== 'Identifier') return
      if (/^(Shared)?Worker$/.test(callee.name)) makesWorker = true
      if (callee.name !== 'URL' || named?.type !== 'Literal' || typeof named.value !== 'string') return
      if (/^\.{1,2}\/.*\.tsx?$/.test(named.value)) imports.push({ name: named.value, kind: 'later' })
    },
  }).visit(program)
  return { imports, makesWorker }
}
