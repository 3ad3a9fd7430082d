import { parseArgs } from 'node:util'
import { loadGeos } from '../bench/peers/geosEngine'
import { BY_SCANLINES } from './checkCase'
import { describeWrong } from './describeWrong'
import { describeWrongPolygons } from './polygons/describeWrongPolygons'
import { runPolygonCases } from './polygons/runPolygonCases'
import { runCases } from './runCases'

/**
 * `npm run fuzz:coverage -- --cases 100000 [--seed n] [--from n] [--polygons]`: degenerate coverage cases against GEOS, by
 * discs and sectors or by polygons. Prints what was wrong as JSON that reproduces it; exit 1 when anything was.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    polygons: { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const geos = await loadGeos()
const started = performance.now()
const progress = (done: number, wrong: number) => {
  if (done % 1000 === 0) console.error(`${done} of ${cases}, ${wrong} wrong`)
}
const said = values.polygons ? polygons() : footprints()
console.log(
  `${cases} cases, seed ${values.seed}, GEOS ${geos.version}: ${said}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
)

function footprints(): string {
  const result = runCases(geos, Number(values.seed), Number(values.from), cases, {
    progress,
    wrong: (wrong) => console.log(describeWrong(wrong)),
  })
  if (result.fallbacks.length > 0) console.log(`the library was asked for in cases ${result.fallbacks.join(', ')}`)
  if (result.wrong.length > 0) process.exitCode = 1
  return (
    `${result.wrong.length} wrong, ${result.fallbacks.length} fallbacks, ` +
    `${result.settledAt[BY_SCANLINES] ?? 0} in which scanlines decided against GEOS, ` +
    `largest difference ${result.worst.toExponential(1)}, settled at chords ${JSON.stringify(result.settledAt)}`
  )
}

function polygons(): string {
  const result = runPolygonCases(geos, Number(values.seed), Number(values.from), cases, {
    progress,
    wrong: (wrong) => console.log(describeWrongPolygons(wrong)),
  })
  if (result.wrong.length > 0) process.exitCode = 1
  return (
    `${result.wrong.length} wrong, ${result.partly} partly covered; the library is asked in ${result.unclosed}, ` +
    `and for the gap alone in ${result.undrawn}`
  )
}
