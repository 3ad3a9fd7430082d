import { parseArgs } from 'node:util'
import { loadGeos } from '../bench/peers/geosEngine'
import { BY_SCANLINES } from './checkCase'
import { describeWrong } from './describeWrong'
import { runCases } from './runCases'

/**
 * `npm run fuzz:coverage -- --cases 100000 [--seed n] [--from n]`: degenerate coverage cases against GEOS. Prints what
 * was wrong as JSON that reproduces it; exit 1 when anything was.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
})
const cases = Number(values.cases)
const geos = await loadGeos()
const started = performance.now()
const result = runCases(geos, Number(values.seed), Number(values.from), cases, {
  progress: (done, wrong) => {
    if (done % 1000 === 0) console.error(`${done} of ${cases}, ${wrong} wrong`)
  },
  wrong: (wrong) => console.log(describeWrong(wrong)),
})
if (result.fallbacks.length > 0) console.log(`the library was asked for in cases ${result.fallbacks.join(', ')}`)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(
  `${cases} cases, seed ${values.seed}, GEOS ${geos.version}: ${result.wrong.length} wrong, ${result.fallbacks.length} fallbacks, ` +
    `${result.settledAt[BY_SCANLINES] ?? 0} in which scanlines decided against GEOS, ` +
    `largest difference ${result.worst.toExponential(1)}, settled at chords ${JSON.stringify(result.settledAt)}, ${seconds} s`,
)
process.exitCode = result.wrong.length > 0 ? 1 : 0
