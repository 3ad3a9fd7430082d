import '#catalog/zodWithoutEval.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { computeIndicators } from './indicators/computeIndicators'
import { parseArguments } from './indicators/parseArguments'
import { readPlanFile } from './planSource'
import { givenPath, readSource, sourceUrl } from './readSource'
import { say, terminalJson } from './terminal'
import { writeWhole } from './writeWhole'

/** The command line over the same core as the page: one JSON object on standard output, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseArguments(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { catalog, gaps, evidence, plan: planFile } = wanted.value
  const plan = planFile === undefined ? undefined : await readPlanFile(planFile, wanted.value.language)
  if (typeof plan === 'string') return refuse([plan])
  const catalogUrl = attempt(() => sourceUrl(catalog))
  if (catalogUrl instanceof Error) return refuse([`--catalog: ${catalogUrl.message}`])
  const computed = await computeIndicators(wanted.value, catalogUrl, readSource, { plan })
  if (!computed.ok) return refuse(computed.faults)
  try {
    const files = gaps !== undefined && computed.gaps !== null ? [{ path: givenPath(gaps), text: computed.gaps }] : []
    if (evidence !== undefined && computed.evidence !== null) {
      const folder = givenPath(evidence)
      await mkdir(folder, { recursive: true })
      for (const { name, text } of computed.evidence) files.push({ path: join(folder, name), text })
    }
    await writeWhole(files)
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)])
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
