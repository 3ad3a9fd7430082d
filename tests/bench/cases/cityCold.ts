import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'
import { coverageAgreement } from '../coverageAgreement'
import type { Engines } from '../engines'
import { cityPlan, planeCity } from '../inputs/planeCity'
import { oursCoverage, oursSubjects } from '../oursCoverage'

const SCRIPT = fileURLToPath(new URL('../coldRun.ts', import.meta.url))
const NAMES = ['ours', 'geos-wasm', 'geos-wasm one by one', 'clipper2-wasm']
const TURNS = 5

/** The first run in a process, before the compiler has seen the work: five processes of each engine in turn. */
export function cityCold({ geos }: Engines): BenchCase {
  const name = 'city-discs-cold'
  return {
    name,
    async run() {
      const times = new Map(NAMES.map((engine) => [engine, [] as number[]]))
      for (let turn = 0; turn < TURNS; turn++) for (const [engine, taken] of times) taken.push(firstRun(engine))
      const { ours = Number.NaN, ...peers } = Object.fromEntries(
        [...times].map(([engine, taken]) => [engine, percentile(taken, 0.5)]),
      )
      const city = planeCity(cityPlan)
      const subjects = oursSubjects(city.areas)
      const { covered } = oursCoverage(city.covers, subjects, false)
      const { agree, worst } = coverageAgreement(geos, city, subjects, covered)
      return {
        name,
        ours,
        peers: { ...peers, turf: null, postgis: null },
        gate: (peers['geos-wasm'] ?? Number.NaN) / ours,
        agree,
        worst,
        note: `cold: the first run of ${TURNS} fresh processes each, inputs prepared and libraries loaded before; timed as city-discs`,
      }
    },
  }
}

function firstRun(engine: string): number {
  return Number(execFileSync(process.execPath, ['--import', 'tsx', SCRIPT, engine], { encoding: 'utf8' }))
}
