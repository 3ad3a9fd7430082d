import '#catalog/zodWithoutEval.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { clocks } from './clocks'
import { wordsOf } from './fileFault'
import { readPlanFile } from './planSource'
import { givenPath, readSource, sourceUrl } from './readSource'
import { computeSuggestion } from './suggest/computeSuggestion'
import { parseSuggest } from './suggest/parseSuggest'
import { say, terminalJson } from './terminal'
import { writeWhole } from './writeWhole'

/** Where to build: one JSON object on standard output and a plan in a file, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseSuggest(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { catalog, language, plan: planPath, out } = wanted.value
  const plan = planPath === undefined ? undefined : await readPlanFile(planPath, language)
  if (typeof plan === 'string') return refuse([plan])
  try {
    const computed = await computeSuggestion(wanted.value, sourceUrl(catalog), readSource, clocks, plan)
    if (!computed.ok) return refuse(computed.faults)
    if (out !== undefined)
      await writeWhole([{ option: '--out', path: givenPath(out), text: terminalJson(computed.plan) }])
    say(computed.warnings)
    process.stdout.write(terminalJson(computed.result))
    return 0
  } catch (error) {
    return refuse([withoutSecrets(wordsOf(error, language))])
  }
}

function refuse(faults: readonly string[]): number {
  say(faults)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
