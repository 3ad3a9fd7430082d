import { parseArgs } from 'node:util'
import type { BenchCase } from './benchCase'
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
import { runCases } from './runCases'

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
  process.exitCode = await runCases(casesOf(engines), {
    wanted: values.only?.split(','),
    json: values.json,
    measuredOn: () => ({ ...machine(engines.versions()), clock }),
  })
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
