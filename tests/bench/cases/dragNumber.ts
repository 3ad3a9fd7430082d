import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { loadCatalog } from '#catalog/loadCatalog.ts'
import { readCity } from '#cli/readCity.ts'
import { type Edit, NOW, type World } from '#core/model/world.ts'
import { feedsByRow } from '#engine/indicators/feedsByRow.ts'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'

const CATALOG = pathToFileURL('geodata/catalog.json').href
const FEED = 'sites-5g'
const ROW = '5g-key-area-coverage'
const STEPS = 200
/** Before anything is timed. */
const WARM = 20
const COMPARED = 10

/** Across the built-up area of the demonstration city, from corner to corner. */
const placeOf = (step: number): [number, number] => [116.95 + (0.06 * step) / STEPS, 35.38 + (0.04 * step) / STEPS]

const worldAt = (step: number): World => {
  const geometry = { type: 'Point' as const, coordinates: placeOf(step) }
  const put: Edit = { feed: FEED, put: { type: 'Feature', id: 'new-1', geometry, properties: { range_m: 300 } } }
  return { kind: 'plan', base: NOW, title: '', edits: [put] }
}

async function openCity() {
  const read = async (url: string) => new Uint8Array(await readFile(new URL(url)))
  const loaded = await loadCatalog(CATALOG, read)
  if (!loaded.ok) throw new Error(loaded.faults.map(({ en }) => en).join('\n'))
  const needed = feedsByRow(loaded.catalog, loaded.standard)[ROW] ?? []
  const city = await readCity({
    ...{ loaded, catalogUrl: CATALOG, read, language: 'en' as const, plan: undefined, needed, partial: false },
    now: undefined,
  })
  if (!city.ok) throw new Error(city.faults.join('\n'))
  return city.engine
}

/** A site dragged over the demonstration city: from each place to the numbers of all rows that rest on its feed. */
export function dragNumberCase(): BenchCase {
  const name = 'drag-number-p95'
  return {
    name,
    async run() {
      const request = { scope: null, only: [ROW] }
      const engine = await openCity()
      await engine.evaluate(NOW, request)
      const results: string[] = []
      const times: number[] = []
      for (let step = 0; step < STEPS; step++) {
        const started = process.cpuUsage()
        const { indicators } = await engine.evaluate(worldAt(step), request)
        const { user, system } = process.cpuUsage(started)
        if (step >= WARM) times.push((user + system) / 1000)
        results.push(JSON.stringify(indicators))
      }
      let differ = 0
      for (let k = 0; k < COMPARED; k++) {
        const step = Math.floor((k * STEPS) / COMPARED)
        const { indicators } = await (await openCity()).evaluate(worldAt(step), request)
        if (JSON.stringify(indicators) !== results[step]) differ++
      }
      const values = new Set(results).size
      return {
        name,
        ours: percentile(times, 0.95),
        peers: {},
        gate: null,
        agree: differ === 0 && values > 1,
        worst: 0,
        note:
          `demonstration city, one new site at ${STEPS} places in turn; CPU ms to the results of every row that rests on its feed, ` +
          `95th percentile of ${times.length} after ${WARM}, median ${percentile(times, 0.5).toFixed(2)}; ${values} different results on the way; ` +
          `${COMPARED} compared with a city read anew, ${differ} differ; no peer`,
      }
    },
  }
}
