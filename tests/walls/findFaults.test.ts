import { describe, expect, it } from 'vitest'
import { findFaults } from './findFaults'
import type { Link, Module } from './readTree'
import { ROOMS } from './rooms'

const link = (to: string, kind: Link['kind'] = 'value'): Link => ({ to, kind, package: false, byName: false })
const named = (to: string, kind: Link['kind'] = 'value'): Link => ({ ...link(to, kind), byName: true })
const library = (to: string, kind: Link['kind'] = 'value'): Link => ({ ...link(to, kind), package: true })
const module = (path: string, ...links: readonly Link[]): Module => ({ path, links, makesWorker: false })

const top = (path: string): string | undefined => path.replace(/^src\//, '').split('/')[0]
/** The faults of one module that imports one thing, in the form that is right there. */
const faultsOf = (from: string, to: Link): readonly string[] =>
  formFaultsOf(from, { ...to, byName: !to.package && top(from) !== top(to.to) })
const formFaultsOf = (from: string, to: Link): readonly string[] => {
  const target = to.package || to.to === from ? [] : [module(to.to)]
  return findFaults([module(from, to), ...target], [from, to.to])
}

const names = Object.keys(ROOMS)
/** A module of a room, some folders deep. */
const deepIn = (name: string, file = 'some.ts'): string => {
  const { folder } = ROOMS[name]!
  return folder.endsWith('.tsx') ? folder : `${folder}/one/two/three/${file}`
}
const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const))
const isOpen = (from: string, to: string): boolean => ROOMS[from]!.may.includes(to)
const isOfTypes = (from: string, to: string): boolean => ROOMS[from]!.types?.includes(to) ?? false

describe('walls', () => {
  it.each(names)('%s imports no room that it may not, however deep', (from) => {
    for (const to of names) {
      if (to === from || isOpen(from, to)) continue
      const [here, there] = [deepIn(from), deepIn(to)]
      for (const kind of ['value', 'later'] as const) {
        expect(faultsOf(here, link(there, kind))).toEqual([expect.stringContaining(`${here} → ${there}: ${from} may`)])
      }
      expect(faultsOf(here, link(there, 'type')).length).toBe(isOfTypes(from, to) ? 0 : 1)
    }
  })

  it('lets pass what a room may import, and what stands in it', () => {
    for (const [from, to] of pairs.filter(([from, to]) => isOpen(from, to))) {
      expect(faultsOf(deepIn(from), link(deepIn(to)))).toEqual([])
    }
    for (const name of names.filter((each) => each !== 'main'))
      expect(faultsOf(deepIn(name), link(deepIn(name, 'other.ts')))).toEqual([])
  })

  it('has no rooms in a ring: whoever may import a room, even types, is not known to it by any way', () => {
    const below = (name: string): readonly string[] => [...ROOMS[name]!.may, ...(ROOMS[name]!.types ?? [])]
    for (const name of names) {
      const reached = new Set(below(name))
      for (const room of reached) for (const next of below(room)) reached.add(next)
      expect([...reached]).not.toContain(name)
    }
  })

  it.each([
    ['core', 'feeds'],
    ['maps/events', 'maps/sensing'],
    ['board', 'maps/panorama'],
    ['playback', 'board'],
    ['desks', 'board'],
    ['desks', 'playback'],
    ['desks', 'maps/hazards'],
    ['views', 'maps/events'],
    ['state', 'map'],
    ['ui', 'city'],
    ['map', 'views'],
    ['layers', 'map'],
    ['engine', 'engine/host'],
    ['city', 'engine/host'],
    ['cli', 'engine/host'],
    ['app', 'cli'],
    ['app', 'seeds'],
    ['main', 'desks'],
    ['seeds/simulator', 'seeds'],
  ])('the rules themselves keep %s from %s', (from, to) => {
    expect(isOpen(from, to)).toBe(false)
    expect(isOfTypes(from, to)).toBe(false)
  })

  it('keeps app, desks and the command line from all but what starts them', () => {
    const above = (room: string) => names.filter((name) => isOpen(name, room) || isOfTypes(name, room))
    expect(above('main')).toEqual([])
    expect(above('app')).toEqual(['main'])
    expect(above('desks')).toEqual(['app'])
    expect(above('cli')).toEqual([])
    expect(above('seeds')).toEqual([])
  })

  it('opens the simulator to one import of one module, made when it is asked for', () => {
    const [registry, simulator] = ['src/feeds/live/registry.ts', 'seeds/simulator/openDemo.ts']
    expect(faultsOf(registry, link(simulator, 'later'))).toEqual([])
    expect(faultsOf(registry, link(simulator)).length).toBe(1)
    expect(faultsOf('src/feeds/live/other.ts', link(simulator, 'later')).length).toBe(1)
    expect(faultsOf(registry, link('seeds/simulator/other.ts', 'later')).length).toBe(1)
  })

  it('opens the manifest to the one module that names the program', () => {
    expect(faultsOf('src/core/evidence/evidence.ts', link('package.json'))).toEqual([])
    expect(faultsOf('src/core/model/time.ts', link('package.json')).length).toBe(1)
  })
})

describe('forms of imports', () => {
  const [here, near, far] = ['src/core/model/a.ts', 'src/core/geo/b.ts', 'src/feeds/c.ts'] as const

  it('are by path near by, and by name between rooms', () => {
    expect(formFaultsOf(here, link(near))).toEqual([])
    expect(formFaultsOf(here, named(near))).toEqual([`${here} → ${near}: near by, so by ./`])
    expect(formFaultsOf(far, named(here))).toEqual([])
    expect(formFaultsOf(far, link(here))).toEqual([`${far} → ${here}: of another room, so by #`])
  })

  it('count the folders of one name as near', () => {
    const [host, engine] = ['src/engine/host/a.ts', 'src/engine/b.ts'] as const
    expect(formFaultsOf(host, link(engine))).toEqual([])
    expect(formFaultsOf(host, named(engine)).length).toBe(1)
  })
})

describe('packages', () => {
  const page = [
    'react',
    'react-dom',
    'zustand',
    '@tanstack/react-query',
    'maplibre-gl',
    '@deck.gl/core',
    'node',
    'vite',
  ]
  const low = ['core', 'catalog', 'feeds', 'engine', 'engine/host']
  it.each(low)('%s does not know those of the page, or of the command line', (room) => {
    const here = deepIn(room)
    for (const name of page) {
      expect(faultsOf(here, library(name))).toEqual([`${here} → ${name}: ${room} does not use this package`])
    }
  })

  it('are open for types everywhere, and for code where they are named', () => {
    expect(faultsOf(deepIn('core'), library('geojson', 'type'))).toEqual([])
    expect(faultsOf(deepIn('maps/sensing'), library('uplot'))).toEqual([])
    expect(faultsOf(deepIn('maps/events'), library('uplot')).length).toBe(1)
  })

  it('comlink, and Workers, are for the host of the engine alone', () => {
    for (const room of names) {
      const path = deepIn(room)
      expect(faultsOf(path, library('comlink')).length).toBe(room === 'engine/host' ? 0 : 1)
      expect(findFaults([{ ...module(path), makesWorker: true }], [path])).toEqual(
        room === 'engine/host' ? [] : [`${path} makes a Worker: only engine/host does`],
      )
    }
  })
})

describe('tests', () => {
  it.each(['tests/city/cityFixture.tsx', 'src/core/model/time.test.ts', 'src/core/model/timeFixture.ts'])(
    'the product does not import %s',
    (path) => {
      for (const from of [...names.map((name) => deepIn(name)), 'vite.config.ts']) {
        expect(faultsOf(from, link(path, 'type'))).toEqual([`${from} → ${path}: what is of tests is for tests`])
      }
    },
  )

  it('import whatever they need', () => {
    for (const from of ['tests/city/cityFixture.tsx', 'src/core/model/time.test.ts']) {
      expect(faultsOf(from, link('src/app/App.tsx'))).toEqual([])
      expect(faultsOf(from, library('comlink'))).toEqual([])
    }
  })
})

describe('rings', () => {
  const [a, b, c] = ['src/core/a.ts', 'src/core/deep/b.ts', 'src/core/c.ts'] as const

  it.each(['value', 'type', 'later'] as const)('are found though they close by %s alone', (kind) => {
    const ring = [module(a, link(b)), module(b, link(c)), module(c, link(a, kind))]
    expect(findFaults(ring, [a])).toEqual([`in a ring: ${a} → ${b} → ${c} → ${a}`])
  })

  it('are told apart from ways that meet', () => {
    expect(findFaults([module(a, link(b), link(c)), module(b, link(c)), module(c)], [a])).toEqual([])
  })

  it('of one, and of two that share a module, are each told', () => {
    expect(findFaults([module(a, link(a))], [a])).toEqual([`in a ring: ${a} → ${a}`])
    const two = [module(a, link(b)), module(b, link(a), link(c)), module(c, link(b))]
    expect(findFaults(two, [a])).toEqual([`in a ring: ${a} → ${b} → ${a}`, `in a ring: ${c} → ${b} → ${c}`])
  })
})

describe('orphans', () => {
  const [start, used, left] = ['src/main.tsx', 'src/app/App.tsx', 'src/app/Left.module.css'] as const

  it('are what nothing started comes to, styles too', () => {
    expect(findFaults([module(start, named(used)), module(used), module(left)], [start])).toEqual([
      `${left} is reached from nothing that is started`,
    ])
  })

  it('are also what only tests come to', () => {
    const ofTests = module('src/app/Left.test.tsx', link(left))
    expect(findFaults([module(start, named(used)), module(used), module(left), ofTests], [start]).length).toBe(1)
    expect(findFaults([module(start, named(used), named(left)), module(used), module(left), ofTests], [start])).toEqual(
      [],
    )
  })
})
