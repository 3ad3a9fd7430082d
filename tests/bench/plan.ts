import { parseArgs } from 'node:util'
import { type BenchResult, benchResult } from './benchCase'
import { dragNumberCase } from './cases/dragNumber'
import { suggestCases } from './cases/suggest'
import { withoutEachCase } from './cases/withoutEach'
import { machine } from './machine'
import { printResult } from './printResult'

/**
 * `npm run bench:plan -- [--json] [--only a,b]`: the planner's work on seeded instances, beside HiGHS. By processor time; never
 * fails on time; exit 1 when answers are wrong, 2 for a case that there is not.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } })
process.exitCode = await run(values.only?.split(','))

async function run(wanted: readonly string[] | undefined): Promise<number> {
  const cases = [dragNumberCase(), ...suggestCases(), withoutEachCase()]
  const unknown = wanted?.filter((name) => !cases.some((known) => known.name === name)) ?? []
  if (unknown.length > 0) {
    console.error(`no such case: ${unknown.join(', ')}; there are ${cases.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const results: BenchResult[] = []
  for (const found of cases) {
    if (wanted && !wanted.includes(found.name)) continue
    const result = benchResult(await found.run())
    results.push(result)
    if (values.json) console.error(`${result.name} done`)
    else console.log(printResult(result))
  }
  const report = { machine: { ...machine({}, ['highs']), clock: 'cpu' }, cases: results }
  console.log(JSON.stringify(values.json ? report : report.machine))
  return results.every(({ agree }) => agree) ? 0 : 1
}
