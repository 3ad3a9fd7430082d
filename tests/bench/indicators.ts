import { parseArgs } from 'node:util'
import { type BenchCase, type BenchResult, benchResult } from './benchCase'
import { areaHeavy } from './cases/areaHeavy'
import { cityCold } from './cases/cityCold'
import { cityMove } from './cases/cityMove'
import { coverageCase } from './cases/coverageCase'
import { growth } from './cases/growth'
import { near } from './cases/near'
import { provinceWorkers } from './cases/provinceWorkers'
import { shareWithin } from './cases/shareWithin'
import { sheets } from './cases/sheets'
import { clock } from './clock'
import { type Engines, loadEngines } from './engines'
import { cityPlan, provincePlan } from './inputs/planeCity'
import { machine } from './machine'
import { printResult } from './printResult'

/**
 * `npm run bench:indicators -- [--json] [--only a,b] [--cpu]`: the indicator core beside its peers on the same seeded work.
 * `--cpu` times by what this process was at work and not by the clock on the wall. Never fails on time; exit 1 when answers disagree, 2 for a case that there is not.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    cpu: { type: 'boolean', default: false },
  },
})
const engines = await loadEngines()
process.once('SIGINT', () => {
  engines.stop()
  process.exit(130)
})
try {
  process.exitCode = await run(engines, casesOf(engines), values.only?.split(','))
} finally {
  engines.stop()
}

function casesOf(engines: Engines): readonly BenchCase[] {
  return [
    coverageCase('city-discs', cityPlan, false, engines, true),
    cityCold(engines),
    coverageCase('city-discs-gaps', cityPlan, true, engines, true),
    coverageCase('city-sectors', { ...cityPlan, sectors: 0.7 }, false, engines, true),
    coverageCase('province-discs', provincePlan, false, engines, false),
    provinceWorkers(),
    ...cityMove(engines),
    sheets(engines),
    ...areaHeavy(engines),
    near(engines),
    shareWithin(engines),
    growth(),
  ]
}

async function run(
  engines: Engines,
  cases: readonly BenchCase[],
  wanted: readonly string[] | undefined,
): Promise<number> {
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
  const report = { machine: { ...machine(engines.versions()), clock }, cases: results }
  console.log(JSON.stringify(values.json ? report : report.machine))
  return results.every(({ agree }) => agree) ? 0 : 1
}
