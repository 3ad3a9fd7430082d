import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `import … from '…'`, `import '…'`, `export … from '…'`, with what stands between. */
const NAMED = /^(?:import|export)\s+(?:([^'\n;=]*(?:\{[^}]*\})?[^'\n;=]*)\sfrom\s+)?'([^']+)'/gm
const CALLED = /\bimport\(\s*'([^']+)'/g

/** Types are gone when the tests run: what brings types alone brings no fault. */
const onlyTypes = (clause: string): boolean =>
  clause.startsWith('type ') ||
  (/^\{[^}]*\}$/.test(clause) &&
    clause
      .slice(1, -1)
      .split(',')
      .filter((name) => name.trim() !== '')
      .every((name) => name.trim().startsWith('type ')))

/** Paths of the sources whose code a source runs, relative to the root; packages are left out. */
function importsOf(file: string, source: string, rooms: Readonly<Record<string, string>>): readonly string[] {
  const named = [...source.matchAll(NAMED)].flatMap(([, clause = '', name = '']) =>
    onlyTypes(clause.trim()) ? [] : [name],
  )
  const called = [...source.matchAll(CALLED)].map(([, name = '']) => name)
  return [...named, ...called].flatMap((name) => {
    if (name.startsWith('.')) return [join(dirname(file), name)]
    const [room = '', ...rest] = name.split('/')
    const folder = rooms[`${room}/*`]
    return folder === undefined ? [] : [join(folder.replace('/*', ''), ...rest)]
  })
}

/** An import names a file with its extension or without. */
const fileOf = (root: string, path: string): string | undefined =>
  [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(
    (candidate) => /\.(tsx?|json)$/.test(candidate) && existsSync(join(root, candidate)),
  )

/**
 * The tests that a source reaches through imports, the nearest first: those that import it, then those that import what
 * imports it, and so on. `sources` is path to text of everything, tests included.
 */
export function testsByDistance(
  root: string,
  sources: ReadonlyMap<string, string>,
  rooms: Readonly<Record<string, string>>,
): (file: string) => readonly string[] {
  const importers = new Map<string, Set<string>>()
  for (const [file, source] of sources) {
    for (const path of importsOf(file, source, rooms)) {
      const imported = fileOf(root, path)
      if (imported === undefined) continue
      const known = importers.get(imported) ?? new Set()
      importers.set(imported, known.add(file))
    }
  }
  return (file) => {
    // A set lists what was added first first: that is the order of distance.
    const reached = new Set([file])
    for (const one of reached) for (const importer of importers.get(one) ?? []) reached.add(importer)
    return [...reached].filter((path) => path.endsWith('.test.ts'))
  }
}
