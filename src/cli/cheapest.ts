import '#catalog/zodWithoutEval.ts'
import { computeCheapest } from './cheapest/computeCheapest'
import { parseCheapest } from './cheapest/parseCheapest'
import { clocks } from './clocks'
import { readSource, sourceUrl } from './readSource'
import { endSearch, refuse } from './searchCommand'

/** The least it takes: one JSON object on standard output and the plan in a file, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseCheapest(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { value } = wanted
  return endSearch(value, () => computeCheapest(value, sourceUrl(value.catalog), readSource, clocks))
}

process.exitCode = await main(process.argv.slice(2))
