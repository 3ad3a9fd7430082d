/** A room of the house: a folder of the tree, and what its modules may import besides each other. Downwards only. */
export interface Room {
  readonly folder: string
  /** Names of rooms. */
  readonly may: readonly string[]
  /** Rooms of which it may know the types alone. */
  readonly types?: readonly string[]
  /** Packages whose code it runs. `node` is every part of Node. */
  readonly packages?: readonly string[]
}

/** What whatever shows the city stands on. */
const GROUND = ['core', 'catalog', 'feeds', 'layers', 'state', 'map', 'i18n', 'ui', 'city']
const PAGE = ['react', '@tanstack/react-query', 'zustand']

/** What stands on the views and knows none of its neighbours: a map of the five, the board, playback. */
const subject = (folder: string, packages: readonly string[] = []): Room => ({
  folder,
  may: [...GROUND, 'views'],
  types: ['engine'],
  packages: [...PAGE, ...packages],
})

/** Every room by its name. The drawing in `docs/architecture.md` has them in this order. */
export const ROOMS: Readonly<Record<string, Room>> = {
  core: {
    folder: 'src/core',
    may: [],
    packages: ['@maplibre/maplibre-gl-style-spec', '@noble/hashes', 'clipper2-ts', 'flatbush', 'kdbush', 'pinyin-pro'],
  },
  catalog: { folder: 'src/catalog', may: ['core'], packages: ['@maplibre/maplibre-gl-style-spec', 'zod'] },
  feeds: {
    folder: 'src/feeds',
    may: ['core', 'catalog'],
    packages: [
      '@turf/bbox',
      '@turf/point-on-feature',
      'fast-xml-parser',
      'fflate',
      'gcoord',
      'idb-keyval',
      'mqtt',
      'papaparse',
      'proj4',
      'topojson-client',
      'zod',
    ],
  },
  engine: { folder: 'src/engine', may: ['core', 'catalog', 'feeds'] },
  'engine/host': { folder: 'src/engine/host', may: ['core', 'catalog', 'feeds', 'engine'], packages: ['comlink'] },
  cli: { folder: 'src/cli', may: ['core', 'catalog', 'feeds', 'engine'], packages: ['node', 'vite', 'zod'] },
  layers: { folder: 'src/layers', may: ['core', 'catalog'] },
  state: { folder: 'src/state', may: ['core'], types: ['layers'], packages: ['zustand'] },
  map: {
    folder: 'src/map',
    may: ['core', 'layers', 'state'],
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'maplibre-gl',
      '@deck.gl/core',
      '@deck.gl/maplibre',
      '@deck.gl/aggregation-layers',
    ],
  },
  i18n: { folder: 'src/i18n', may: [], types: ['core'], packages: ['i18next', 'react', 'react-i18next'] },
  ui: { folder: 'src/ui', may: ['i18n'], packages: ['react'] },
  city: {
    folder: 'src/city',
    may: ['core', 'catalog', 'feeds', 'state', 'i18n'],
    types: ['engine'],
    packages: PAGE,
  },
  views: {
    folder: 'src/views',
    may: GROUND,
    types: ['engine'],
    packages: [...PAGE, '@tanstack/react-table', '@tanstack/react-virtual', 'fflate'],
  },
  'maps/panorama': subject('src/maps/panorama'),
  'maps/events': subject('src/maps/events'),
  'maps/sensing': subject('src/maps/sensing', ['uplot']),
  'maps/hazards': subject('src/maps/hazards'),
  'maps/resources': subject('src/maps/resources'),
  board: subject('src/board', ['uplot']),
  playback: subject('src/playback'),
  scenarios: subject('src/scenarios'),
  desks: subject('src/desks'),
  app: {
    folder: 'src/app',
    may: [
      ...GROUND,
      'engine',
      'engine/host',
      'views',
      'maps/panorama',
      'maps/events',
      'maps/sensing',
      'maps/hazards',
      'maps/resources',
      'board',
      'playback',
      'scenarios',
      'desks',
    ],
    packages: [
      ...PAGE,
      'react-i18next',
      '@fontsource-variable/noto-sans-sc',
      'workbox-core',
      'workbox-precaching',
      'workbox-routing',
      'workbox-strategies',
    ],
  },
  main: { folder: 'src/main.tsx', may: ['app', 'state', 'i18n'], packages: ['react', 'react-dom'] },
  'seeds/simulator': {
    folder: 'seeds/simulator',
    may: ['core'],
    types: ['catalog', 'feeds', 'engine'],
    packages: ['idb-keyval'],
  },
  seeds: {
    folder: 'seeds',
    may: ['core', 'seeds/simulator'],
    types: ['catalog', 'feeds', 'engine'],
    packages: ['node', '@turf/turf', 'clipper2-ts', 'flatbush', 'gcoord', 'proj4'],
  },
}

/** The only ways through a wall: one import each, of one kind. */
export const DOORS: readonly { readonly from: string; readonly to: string; readonly kind: 'value' | 'later' }[] = [
  { from: 'src/feeds/live/registry.ts', to: 'seeds/simulator/openDemo.ts', kind: 'later' },
  { from: 'src/core/evidence/evidence.ts', to: 'package.json', kind: 'value' },
]

/** Makes Workers; all others ask it. */
export const HOST = 'engine/host'

/** The room a path is in: the deepest folder that holds it. Undefined outside of all. */
export function roomOf(path: string): string | undefined {
  const within = Object.entries(ROOMS).filter(([, { folder }]) => path === folder || path.startsWith(`${folder}/`))
  return within.sort(([, a], [, b]) => b.folder.length - a.folder.length)[0]?.[0]
}

/** Tests, and what only tests use: they may import everything, and nothing else may import them. */
export const isOfTests = (path: string): boolean =>
  path.startsWith('tests/') || /\.test\.tsx?$|Fixture\.tsx?$/.test(path)
