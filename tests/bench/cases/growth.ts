import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { type Random, random } from '#seeds/random.ts'
import type { BenchCase } from '../benchCase'
import { now } from '../clock'

const ROW = '5g-key-area-coverage'
const SIZES = [50_000, 100_000, 200_000]
const AREAS = 2_000
const [WEST, SOUTH, ACROSS, UP] = [116.73, 35.12, 0.75, 0.45]
const CATALOG_URL = 'http://city.test/catalog.json'

/**
 * `indicators --gaps` and `--evidence` of twice as many sites take about twice as long: the gate is the worst step from one
 * size to the next, which is about 2 where work grows in proportion and 4 where it grows with the square.
 */
export function growth(): BenchCase {
  const name = 'gaps-evidence-growth'
  return {
    name,
    async run() {
      const times = new Map<string, number[]>([
        ['alone', []],
        ['--gaps', []],
        ['--evidence', []],
      ])
      let agree = true
      for (const sites of SIZES) {
        const read = growingCity(sites)
        const open: number[] = []
        for (const [option, of] of times) {
          const started = now()
          const { gaps, uncovered } = await compute(option === 'alone' ? [] : [option, 'unused'], read)
          of.push(now() - started)
          open.push(...[gaps, uncovered].filter((count) => count !== null))
        }
        if (new Set(open).size !== 1) agree = false
      }
      const steps = [...times].map(([option, of]) => ({
        option,
        of,
        ratios: of.slice(1).map((time, index) => time / of[index]!),
      }))
      const worst = Math.max(...steps.flatMap(({ ratios }) => ratios))
      const words = steps.map(({ option, of, ratios }) => {
        const each = of.map((time) => time.toFixed(0)).join(' / ')
        return `${option} ${each} ms (x${ratios.map((ratio) => ratio.toFixed(2)).join(', x')})`
      })
      return {
        name,
        ours: times.get('--gaps')!.at(-1)!,
        peers: {},
        gate: worst,
        agree,
        worst: 0,
        note: `${SIZES.map((size) => `${size / 1000}k`).join(' / ')} sites over ${AREAS} areas, all of them from bytes to text: ${words.join('; ')}; the gate is the worst step; as many gaps as areas that the evidence has uncovered`,
      }
    },
  }
}

/** How many gaps are written, and how many areas the evidence says have any; null where it was not asked for. */
async function compute(
  options: readonly string[],
  read: (url: string) => Promise<Uint8Array>,
): Promise<{ readonly gaps: number | null; readonly uncovered: number | null }> {
  const wanted = parseArguments(['--catalog', CATALOG_URL, '--only', ROW, ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join('\n'))
  const computed = await computeIndicators(wanted.value, CATALOG_URL, read)
  if (!computed.ok) throw new Error(computed.faults.join('\n'))
  const [file] = computed.evidence ?? []
  return {
    gaps: computed.gaps && JSON.parse(computed.gaps).features.length,
    uncovered: file ? uncoveredIn(JSON.parse(file.text)) : null,
  }
}

type Subjects = readonly { readonly value: number }[]

const uncoveredIn = ({ metrics }: { readonly metrics: { readonly value: { readonly subjects: Subjects } } }): number =>
  metrics.value.subjects.filter(({ value }) => value < 1).length

/** The more sites there are, the less each covers: what is covered of the city stays about the same. */
function growingCity(sites: number): (url: string) => Promise<Uint8Array> {
  const dice = random(`growth ${sites}`)
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const feed = (id: string, record: string, more: object = {}) => ({
    id,
    record,
    source: { type: 'geojson', url: `${id}.geojson` },
    ...more,
  })
  const radius = 60 * Math.sqrt(100_000 / sites)
  const files: Readonly<Record<string, Uint8Array>> = {
    'catalog.json': bytesOf({
      version: 1,
      city: { code: '370883', name: '示例', bounds: [WEST, SOUTH, WEST + ACROSS, SOUTH + UP] },
      feeds: [feed('areas', 'place'), feed('sites', 'site', { footprint: { radius } })],
      indicators: [{ id: ROW, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites' } } }],
    }),
    'areas.geojson': bytesOf(collection(AREAS, (index) => areaAt(dice, index))),
    'sites.geojson': bytesOf(collection(sites, () => ({ type: 'Point', coordinates: placeIn(dice, 0) }))),
  }
  return async (url) => {
    const file = files[url.split('/').at(-1) ?? '']
    if (!file) throw new Error(`no file ${url}`)
    return file
  }
}

const collection = (count: number, geometryOf: (index: number) => object) => ({
  type: 'FeatureCollection',
  features: Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    id: `f${index}`,
    properties: {},
    geometry: geometryOf(index),
  })),
})

const placeIn = (dice: Random, margin: number): [number, number] => [
  WEST + dice.between(0, ACROSS - margin),
  SOUTH + dice.between(0, UP - margin),
]

function areaAt(dice: Random, index: number): object {
  const size = 0.003 + (index % 5) * 0.0005
  const [x, y] = placeIn(dice, size)
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
