import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import type { MetricResult } from '#core/model/evaluation.ts'
import { NOW } from '#core/model/world.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import type { CityEngine } from '#engine/engineApi.ts'

const CATALOG = pathToFileURL('geodata/catalog.json').href
const EDITED = 'sites-5g.geojson'

/** The feed of sites with one of them moved by some 300 metres, and one gone. */
async function editedSites(): Promise<Uint8Array> {
  const collection: GeoJSON.FeatureCollection<GeoJSON.Point> = JSON.parse(await readFile(`geodata/${EDITED}`, 'utf8'))
  const [first, , ...rest] = collection.features
  if (!first) throw new Error('the demonstration city has sites')
  const [longitude, latitude] = first.geometry.coordinates
  const moved = { ...first, geometry: { ...first.geometry, coordinates: [longitude! + 0.003, latitude! + 0.001] } }
  return new TextEncoder().encode(JSON.stringify({ ...collection, features: [moved, ...rest] }))
}

async function commandLine(scope: string | null, edited?: Uint8Array) {
  const read = async (url: string) =>
    edited && url.endsWith(EDITED) ? edited : new Uint8Array(await readFile(new URL(url)))
  const computed = await computeIndicators(
    {
      catalog: CATALOG,
      scope,
      only: undefined,
      overrides: [],
      partial: false,
      evidence: undefined,
      gaps: undefined,
      language: 'en',
    },
    CATALOG,
    read,
  )
  if (!computed.ok) throw new Error(computed.faults.join('\n'))
  return computed.result
}

interface Row {
  readonly id: string
  readonly star: number | null
  readonly status: string
  readonly metrics: Readonly<Record<string, Omit<MetricResult, 'dataTime' | 'known'>>>
}

/** Values, stars and counts of rows: all that both say in the same words. */
function numbers(indicators: readonly Row[]) {
  return indicators.map(({ id, star, status, metrics }) => ({
    id,
    star,
    status,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([metric, { value, numerator, denominator, excluded, reasons, raw, parts }]) => [
        metric,
        JSON.parse(JSON.stringify({ value, numerator, denominator, excluded, reasons, raw, parts })),
      ]),
    ),
  }))
}

describe('the page and the command line', () => {
  let engine: CityEngine
  beforeAll(async () => {
    engine = createCityEngine({ publish: () => '', withdraw: () => {} })
    const opened = engine.openCatalog(new Uint8Array(await readFile('geodata/catalog.json')), null)
    if (!opened.ok) throw new Error('the catalog is refused')
    for (const { id, source } of opened.catalog.feeds) {
      const admitted = engine.admit(id, new Uint8Array(await readFile(`geodata/${source.url}`)))
      if (!admitted.ok) throw new Error(admitted.reason.en)
    }
  })

  it.each([null, 'built-up'])('have the same numbers for every row in scope %s', async (scope) => {
    const page = await engine.evaluate(NOW, { scope })
    expect(page.indicators.length).toBe(43)
    const line = await commandLine(scope)
    expect(numbers(page.indicators)).toEqual(numbers(line.indicators))
  })

  it('have them still when a feed has changed under the page, which computes only what that touches', async () => {
    const before = await engine.evaluate(NOW, { scope: null })
    const edited = await editedSites()
    engine.admit('sites-5g', edited.slice())
    const after = await engine.evaluate(NOW, { scope: null })
    expect(numbers(after.indicators)).not.toEqual(numbers(before.indicators))
    const line = await commandLine(null, edited)
    expect(numbers(after.indicators)).toEqual(numbers(line.indicators))
  })
})
