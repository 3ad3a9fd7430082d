import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawingOf, withDrawing } from './drawing'
import { type Link, type Module, readTree } from './readTree'

const module = (path: string, ...links: readonly (readonly [to: string, kind?: Link['kind']])[]): Module => ({
  path,
  links: links.map(([to, kind = 'value']) => ({ to, kind, package: false, byName: true })),
  makesWorker: false,
})
const arrows = (modules: readonly Module[]): readonly string[] =>
  drawingOf(modules)
    .split('\n')
    .filter((line) => line.includes('>|'))
    .map((line) => line.trim())
const row = (name: string, modules: readonly Module[]): string | undefined =>
  drawingOf(modules)
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`))

const [core, catalog, feeds, engine] = [
  'src/core/a.ts',
  'src/catalog/b.ts',
  'src/feeds/c.ts',
  'src/engine/d.ts',
] as const

describe('drawingOf', () => {
  it('counts the imports from room to room, and leaves out the way that another way makes up for', () => {
    const modules = [
      module(feeds, [catalog], [core], ['src/feeds/e.ts']),
      module('src/feeds/e.ts', [catalog, 'type']),
      module(catalog, [core]),
      module(core),
    ]
    expect(arrows(modules)).toEqual(['catalog -->|1| core', 'feeds -->|2| catalog'])
    expect(row('feeds', modules)).toBe('| feeds | 2 | core 1, catalog 2 |')
    expect(row('core', modules)).toBe('| core | 1 |  |')
  })

  it('dashes a way of types alone, which makes up for no way of code', () => {
    const modules = [module(engine, [feeds, 'type'], [core]), module(feeds, [core]), module(core)]
    expect(arrows(modules)).toEqual(['feeds -->|1| core', 'engine -->|1| core', 'engine -.->|1| feeds'])
    expect(row('engine', modules)).toBe('| engine | 1 | core 1, types of feeds 1 |')
  })

  it('leaves tests and packages out', () => {
    const test = module('src/core/a.test.ts', [engine])
    const library: Module = { ...module(core), links: [{ to: 'zod', kind: 'value', package: true, byName: false }] }
    expect(arrows([test, library, module(engine)])).toEqual([])
    expect(row('core', [test, library])).toBe('| core | 1 |  |')
  })
})

describe('withDrawing', () => {
  it('puts the drawing between its marks and keeps the rest', () => {
    const page = 'before\n<!-- drawing -->\nold\n<!-- /drawing -->\nafter\n'
    expect(withDrawing(page, 'new')).toBe('before\n<!-- drawing -->\nnew\n<!-- /drawing -->\nafter\n')
  })

  it('wants both marks, in their order', () => {
    expect(() => withDrawing('<!-- drawing -->', '')).toThrow('the page has no')
    expect(() => withDrawing('<!-- /drawing --><!-- drawing -->', '')).toThrow('the page has no')
  })
})

describe('docs/architecture.md', () => {
  it('has the drawing of the code as it is: `npm run drawing` makes it', () => {
    const root = join(import.meta.dirname, '../..')
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
    expect(page).toBe(withDrawing(page, drawingOf(readTree(root))))
  })
})
