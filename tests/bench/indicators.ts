import { parseArgs } from 'node:util'
import { type BenchCase, type BenchResult, benchResult } from './benchCase'
import { cityCold } from './cases/cityCold'
import { cityMove } from './cases/cityMove'
import { coverageCase } from './cases/coverageCase'
import { near } from './cases/near'
import { provinceWorkers } from './cases/provinceWorkers'
import { shareWithin } from './cases/shareWithin'
import { sheets } from './cases/sheets'
import { loadEngines } from './engines'
import { cityPlan, provincePlan } from './inputs/planeCity'
import { machine } from './machine'
import { printResults } from './printResults'

/**
 * `npm run bench:indicators -- [--json] [--only a,b]`: the indicator core beside its peers on the same seeded work. Never
 * fails on time; exit 1 when answers disagree.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } })
const engines = await loadEngines()
const cases: readonly BenchCase[] = [
  coverageCase('city-discs', cityPlan, false, engines, true),
  cityCold(engines),
  coverageCase('city-discs-gaps', cityPlan, true, engines, true),
  coverageCase('city-sectors', { ...cityPlan, sectors: 0.7 }, false, engines, true),
  coverageCase('province-discs', provincePlan, false, engines, false),
  provinceWorkers(),
  ...cityMove(engines),
  sheets(engines),
  near(engines),
  shareWithin(engines),
]
const wanted = values.only?.split(',')
const unknown = wanted?.filter((name) => !cases.some((known) => known.name === name)) ?? []
if (unknown.length > 0) {
  console.error(`no such case: ${unknown.join(', ')}; there are ${cases.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const results: BenchResult[] = []
for (const found of cases) {
  if (wanted && !wanted.includes(found.name)) continue
  const result = benchResult(await found.run())
  results.push(result)
  console.error(printResults([result]))
}
engines.postgis?.stop()
const versions = { geos: engines.geos.version, ...(engines.postgis ? { postgis: engines.postgis.version } : {}) }
const report = { machine: machine(versions), cases: results }
console.log(values.json ? JSON.stringify(report) : JSON.stringify(report.machine, null, 2))
process.exitCode = results.every(({ agree }) => agree) ? 0 : 1
