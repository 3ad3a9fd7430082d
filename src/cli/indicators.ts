import '#catalog/zodWithoutEval.ts'
import { join } from 'node:path'
import { wordsOf } from './fileFault'
import { computeIndicators } from './indicators/computeIndicators'
import { parseArguments } from './indicators/parseArguments'
import { readPlanFile } from './planSource'
import { givenPath, readSource, sourceUrl } from './readSource'
import { say, terminalJson } from './terminal'
import { makeFolder, type Wanted, writeWhole } from './writeWhole'

/** The command line over the same core as the page: one JSON object on standard output, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseArguments(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { catalog, gaps, gapList, evidence, plan: planFile, language } = wanted.value
  const plan = planFile === undefined ? undefined : await readPlanFile(planFile, language)
  if (typeof plan === 'string') return refuse([plan])
  const catalogUrl = attempt(() => sourceUrl(catalog))
  if (catalogUrl instanceof Error) return refuse([`--catalog: ${wordsOf(catalogUrl, language)}`])
  const computed = await computeIndicators(wanted.value, catalogUrl, readSource, { plan })
  if (!computed.ok) return refuse(computed.faults)
  try {
    const files: Wanted[] = []
    if (gaps !== undefined && computed.gaps !== null) {
      files.push({ option: '--gaps', path: givenPath(gaps), text: computed.gaps })
    }
    if (gapList !== undefined && computed.gapList !== null) {
      files.push({ option: '--gap-list', path: givenPath(gapList.path), text: computed.gapList })
    }
    if (evidence !== undefined && computed.evidence !== null) {
      const folder = givenPath(evidence)
      await makeFolder('--evidence', folder)
      for (const { name, text } of computed.evidence) {
        files.push({ option: '--evidence', path: join(folder, name), text })
      }
    }
    await writeWhole(files)
  } catch (error) {
    return refuse([wordsOf(error, language)])
  }
  say(computed.warnings)
  process.stdout.write(terminalJson(computed.result))
  return 0
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

function attempt<Result>(make: () => Result): Result | Error {
  try {
    return make()
  } catch (error) {
    return asError(error)
  }
}

function refuse(faults: readonly string[]): number {
  say(faults)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
