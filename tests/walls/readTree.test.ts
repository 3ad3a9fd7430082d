import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFaults } from './findFaults'
import { readImports } from './readImports'
import { entriesOf, follow, readTree } from './readTree'

describe('readImports', () => {
  const kindOf = (source: string): string | undefined => readImports('a.tsx', source).imports[0]?.kind

  it.each([
    ["import a from './a'", 'value'],
    ["import './a.css'", 'value'],
    ["import * as a from './a'", 'value'],
    ["import {\n  a,\n  type B,\n} from './a'", 'value'],
    ["export * from './a'", 'value'],
    ["export { a } from './a'", 'value'],
    ["import type { A } from './a'", 'type'],
    ["import { type A, type B } from './a'", 'type'],
    ["export type { A } from './a'", 'type'],
    ["type A = import('./a').A", 'type'],
    ["const a = async () => <p>{await import('./a')}</p>", 'later'],
    ["new Worker(new URL('./a.worker.ts', import.meta.url))", 'later'],
  ])('%s is of kind %s', (source, kind) => {
    expect(kindOf(source)).toBe(kind)
  })

  it('takes what is written in texts and comments for no import', () => {
    expect(readImports('a.ts', "// import a from './a'\nconst b = \"import('./b')\"\nnew Map()").imports).toEqual([])
  })

  it('sees who makes a Worker', () => {
    expect(readImports('a.ts', 'new Worker(url)').makesWorker).toBe(true)
    expect(readImports('a.ts', 'new SharedWorker(url)').makesWorker).toBe(true)
    expect(readImports('a.ts', 'new WorkerQueue(url)').makesWorker).toBe(false)
  })

  it('refuses what it cannot read', () => {
    expect(() => readImports('a.ts', 'const = 1')).toThrow('a.ts: ')
    expect(() => readImports('a.ts', 'import(name)')).toThrow('a.ts: an import() names no module')
  })
})

describe('follow', () => {
  const rooms = { '#core/*': './src/core/*', '#seeds/*': './seeds/*' }
  const files = ['src/core/a.ts', 'src/core/b/index.ts', 'src/core/c.tsx', 'src/core/c.css', 'seeds/data.json']
  const to = (name: string): string => follow('src/core/b/here.ts', name, rooms, (path) => files.includes(path)).to

  it.each([
    ['../a', 'src/core/a.ts'],
    ['../b', 'src/core/b/index.ts'],
    ['../c', 'src/core/c.tsx'],
    ['../c.css', 'src/core/c.css'],
    ['#core/a.ts', 'src/core/a.ts'],
    ['#seeds/data.json', 'seeds/data.json'],
    ['@scope/name/part', '@scope/name'],
    ['name/part?worker&url', 'name'],
    ['node:fs/promises', 'node'],
  ])('%s leads to %s', (name, path) => {
    expect(to(name)).toBe(path)
  })

  it.each(['./a', '#core/gone.ts', '#none/a.ts'])('%s leads nowhere', (name) => {
    expect(() => to(name)).toThrow(`src/core/b/here.ts: ${name} leads nowhere`)
  })
})

describe('a tree on disk', () => {
  let root = ''
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const faults = (): readonly string[] => findFaults(readTree(root), entriesOf(root))

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'walls-'))
    write(
      'package.json',
      '{"imports": {"#core/*": "./src/core/*", "#app/*": "./src/app/*"}, "scripts": {"x": "tsx seeds/x.ts"}}',
    )
    write('index.html', '<script type="module" src="/src/main.tsx"></script>')
    write('vite.config.ts', 'export default {}')
    write(
      'seeds/x.ts',
      "import { readFileSync } from 'node:fs'\nimport { a } from '#core/deep/er/a.ts'\nreadFileSync(a)",
    )
    write('src/main.tsx', "import '#app/App.tsx'")
    write(
      'src/app/App.tsx',
      "import { a } from '#core/deep/er/a.ts'\nimport './App.css'\nexport const App = () => <p>{a}</p>",
    )
    write('src/app/App.css', '')
    write('src/app/serviceWorker.ts', '')
    write('src/core/deep/er/a.ts', "export const a = 'a'")
    write('tests/a.test.ts', "import '#app/App.tsx'")
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('that keeps to the rules has no fault', () => {
    expect(faults()).toEqual([])
  })

  it.each([
    "import { App } from '#app/App.tsx'",
    "import type { App } from '../../../app/App'",
    "import '../../../app/App'",
  ])('%s is seen from three folders down', (line) => {
    write('src/core/deep/er/b.ts', `${line}\nexport type B = typeof App`)
    write('src/core/deep/er/a.ts', "import './b'\nexport const a = 'a'")
    expect(faults()).toContain('src/core/deep/er/b.ts → src/app/App.tsx: core may not import app')
  })

  it('shows styles that nobody has on', () => {
    write('src/app/Old.css', '')
    expect(faults()).toEqual(['src/app/Old.css is reached from nothing that is started'])
  })
})
