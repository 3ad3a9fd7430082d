import '#catalog/zodWithoutEval.ts'
import { clocks } from './clocks'
import { readPlanFile } from './planSource'
import { readSource, sourceUrl } from './readSource'
import { endSearch, refuse } from './searchCommand'
import { computeSuggestion } from './suggest/computeSuggestion'
import { parseSuggest } from './suggest/parseSuggest'

/** Where to build: one JSON object on standard output and a plan in a file, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseSuggest(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { value } = wanted
  const plan = value.plan === undefined ? undefined : await readPlanFile(value.plan, value.language)
  if (typeof plan === 'string') return refuse([plan])
  return endSearch(value, () => computeSuggestion(value, sourceUrl(value.catalog), readSource, clocks, plan))
}

process.exitCode = await main(process.argv.slice(2))
