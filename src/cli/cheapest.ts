import '#catalog/zodWithoutEval.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { computeCheapest } from './cheapest/computeCheapest'
import { parseCheapest } from './cheapest/parseCheapest'
import { clocks } from './clocks'
import { wordsOf } from './fileFault'
import { givenPath, readSource, sourceUrl } from './readSource'
import { say, terminalJson } from './terminal'
import { writeWhole } from './writeWhole'

/** The least it takes: one JSON object on standard output and the plan in a file, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseCheapest(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { catalog, language, out } = wanted.value
  try {
    const computed = await computeCheapest(wanted.value, sourceUrl(catalog), readSource, clocks)
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
