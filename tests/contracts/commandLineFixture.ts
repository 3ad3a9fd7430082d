import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { deepFreeze } from '#tests/city/deepFreeze.ts'

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const ROOT = new URL('../..', import.meta.url).pathname
const TSX = join(ROOT, 'node_modules/.bin/tsx')

/** Runs the command line as a user does, without npm's own lines. */
export const run = (...options: string[]): Promise<Run> => runScript('indicators', ...options)

/** Runs one of the scripts of `src/cli` as a user does. */
export function runScript(
  script: 'indicators' | 'evidence' | 'suggest' | 'cheapest',
  ...options: string[]
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(TSX, [`src/cli/${script}.ts`, ...options], { cwd: ROOT })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

export interface Printed {
  readonly catalog: string
  readonly scope: string | null
  readonly dataTime: string | null
  readonly indicators: readonly {
    readonly id: string
    readonly star: number | null
    readonly status: string
    readonly metrics: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly items?: Readonly<Record<string, boolean | null>>
    readonly parameters: unknown
  }[]
  readonly feeds: readonly Readonly<Record<string, unknown>>[]
}

export function printed({ out, code, err }: Run): Printed {
  expect([code, err.includes('Error')]).toEqual([0, false])
  return JSON.parse(out)
}
export const rowOf = (result: Printed, id: string) => result.indicators.find((row) => row.id === id)

export const COVERAGE = '5g-key-area-coverage'
export const REPORTED = 'e-certificate-usage-rate'
export const CHECKLIST = 'institutional-mechanism'

const square = (id: string, west: number, south: number, size: number, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  id,
  properties: { GXSJ: '2026-09-01 08:00', ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
})
const site = (id: string, at: readonly number[], metres: number) => ({
  type: 'Feature',
  id,
  properties: { range_m: metres },
  geometry: { type: 'Point', coordinates: at },
})
const collection = (features: readonly unknown[], more: Record<string, unknown> = {}) =>
  deepFreeze({ type: 'FeatureCollection', ...more, features })
const told = (properties: Record<string, unknown>) => ({
  type: 'Feature',
  id: `${properties.indicator}/${properties.metric ?? properties.item}`,
  geometry: null,
  properties: { date: '2026-08-31', source: '大数据局', ...properties },
})

/**
 * Three squares of about 91 m by 111 m: one wholly within 500 m of the only site, one about half within its reach of
 * 500 m (its west side 460 m east of the site, its east side 551 m), one kilometres away. And one that has no geometry.
 */
const AREAS = collection([
  square('inside', 116.5, 35.3, 0.001),
  square('half', 116.5055, 35.3, 0.001, { inCore: true }),
  square('away', 116.6, 35.3, 0.001),
  { type: 'Feature', id: 'lost', properties: {}, geometry: null },
])
const SITES = collection([site('s', [116.5005, 35.3005], 500)], { asOf: '2026-08-31T12:00:00Z' })
const CORE = collection([square('core', 116.49, 35.29, 0.05)])
const TOLD = collection([
  told({ indicator: REPORTED, metric: 'value', value: 0.85 }),
  told({ indicator: CHECKLIST, item: 'leading_group', value: true }),
])

export const CATALOG = deepFreeze({
  version: 1,
  city: { code: '370883', name: { zh: '示例', en: 'Sample' }, bounds: [116, 35, 117, 36] },
  scopes: [{ id: 'core', feed: 'core', where: ['==', ['get', 'id'], 'core'] }],
  feeds: [
    { id: 'areas', record: 'place', source: { type: 'geojson', url: 'areas.geojson' }, fields: { time: 'GXSJ' } },
    {
      id: 'sites',
      record: 'site',
      source: { type: 'geojson', url: 'sites.geojson' },
      footprint: { radius: ['get', 'range_m'] },
    },
    { id: 'core', record: 'zone', source: { type: 'geojson', url: 'core.geojson' } },
    { id: 'told', record: 'reported', source: { type: 'geojson', url: 'told.geojson' } },
    { id: 'unused', record: 'place', source: { type: 'geojson', url: 'unused.geojson' } },
  ],
  indicators: [
    { id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } },
  ],
})

/** A folder with the catalog and its feeds, and an http server that serves it under `address`. */
export interface ServedFolder {
  readonly file: (name: string) => string
  readonly write: (name: string, value: unknown) => Promise<void>
  readonly address: string
  readonly stop: () => Promise<void>
}

export async function serveFolder(): Promise<ServedFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'one-map-'))
  const file = (name: string): string => join(folder, name)
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(file(name), typeof value === 'string' ? value : JSON.stringify(value))
  await write('catalog.json', CATALOG)
  await write('areas.geojson', AREAS)
  await write('sites.geojson', SITES)
  await write('core.geojson', CORE)
  await write('told.geojson', TOLD)

  const server = createServer((request, response) => {
    readFile(file((request.url ?? '').replace(/^\/data\//, ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  return {
    file,
    write,
    address: `http://127.0.0.1:${at.port}/data`,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}
