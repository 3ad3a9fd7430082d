import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Polygon } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import type { Catalog } from '#catalog/schema.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { geodataFiles } from './geodataFiles'

const folder = join(import.meta.dirname, '..', 'geodata')

/** Records that are bad on purpose, so that the quarantine has something to show. All other feeds: none. */
const bad: Readonly<Record<string, readonly string[]>> = {
  devices: ['outside-city', 'coordinate-not-number'],
  hazards: ['out-of-range'],
  stores: ['no-geometry'],
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

function catalogOf(path: string): Catalog {
  const result = parseCatalog(readFileSync(join(folder, path)), bundledStandard())
  if (!result.ok) throw new Error(result.faults.map((fault) => `${fault.path}: ${fault.en}`).join('\n'))
  return result.catalog
}

describe('the generated files', () => {
  let grown: ReadonlyMap<string, string>
  beforeAll(() => {
    grown = geodataFiles()
  }, 120_000)

  it('are the committed ones, byte for byte', () => {
    const differing = [...grown]
      .filter(([path, text]) => sha256(text) !== sha256(readFileSync(join(folder, path))))
      .map(([path]) => path)
    expect(differing).toEqual([])
  })

  it('leave no other feed in the folders', () => {
    const present = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(geojson|xml)$/.test(path),
    )
    expect(present.filter((path) => !grown.has(path.replaceAll('\\', '/')))).toEqual([])
  })

  it('stay within what a county network loads: 15 MB in all, 2 MB for the first frame', () => {
    const bytes = (paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + Buffer.byteLength(grown.get(path) ?? ''), 0)
    const first = ['boundary', 'towns', 'water', 'green', 'rivers', 'railways', 'roads-major', 'place-names']
    const firstFrame = [...first, 'planning-area', 'scopes'].map((id) => `${id}.geojson`)
    expect(bytes([...grown.keys()])).toBeLessThan(15_000_000)
    expect(bytes(firstFrame)).toBeLessThan(2_000_000)
    expect(firstFrame.filter((path) => !grown.has(path))).toEqual([])
  })
})

it.each(['teams', 'vehicles', 'shelters'])('what an incident can call on has an English name: %s', (id) => {
  const { features }: FeatureCollection = JSON.parse(readFileSync(join(folder, `${id}.geojson`), 'utf8'))
  expect(features.length).toBeGreaterThan(20)
  expect(features.filter(({ properties }) => !/^[ -~]+$/.test(properties?.name_en ?? ''))).toEqual([])
})

describe('map sheets', () => {
  it('are numbered by GB/T 13989 within I50, and lie where the number says', () => {
    // 1:2000 sheets are 37.5″ by 25″. The sheet of 116.97° E, 35.40° N: column 2.97° · 96 = 285.12, so the 286th;
    // row 0.60° · 144 = 86.4, so the 87th. West 114° + 285 · 37.5″ = 116.96875°, north 36° − 86 · 25″ = 35.402778°.
    const file: FeatureCollection<Polygon> = JSON.parse(readFileSync(join(folder, 'map-sheets.geojson'), 'utf8'))
    const sheet = file.features.find((each) => each.id === 'I50I087286')
    const corners = sheet?.geometry.coordinates[0] ?? []
    expect(Math.min(...corners.map((corner) => corner[0]!))).toBe(116.96875)
    expect(Math.max(...corners.map((corner) => corner[1]!))).toBe(35.402778)
  })
})

describe.each([
  ['catalog.json', bad],
  ['sample-county/catalog.json', {}],
] as const)('%s at the door', (path, expected: Readonly<Record<string, readonly string[]>>) => {
  const catalog = catalogOf(path)
  it.each(catalog.feeds.map((feed) => [feed.id, feed] as const))('%s', (id, feed) => {
    const bytes = readFileSync(join(folder, path, '..', feed.source.url))
    const admission = admitFeed(bytes, feed, catalog.city, Date.parse(catalog.city.clock?.start ?? ''))
    if (!admission.ok) throw new Error(admission.failure.reason.en)
    const { accepted, quarantined, asOf } = admission.report
    expect(quarantined.map(({ reason }) => reason.code)).toEqual(expected[id] ?? [])
    expect(accepted).toBeGreaterThan(0)
    expect(asOf).not.toBeNull()
  })
})
