import '#catalog/zodWithoutEval.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { computeIndicators } from './indicators/computeIndicators'
import { parseArguments } from './indicators/parseArguments'
import { givenPath, readSource, sourceUrl } from './readSource'

/** The command line over the same core as the page: one JSON object on standard output, or exit 2 and every fault. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = parseArguments(argv)
  if (!wanted.ok) return refuse(wanted.faults)
  const { catalog, gaps, evidence, plan: planFile } = wanted.value
  const plan = planFile === undefined ? undefined : await readSource(sourceUrl(planFile)).catch(asError)
  if (plan instanceof Error) return refuse([`--plan ${planFile}: ${plan.message}`])
  const computed = await computeIndicators(wanted.value, sourceUrl(catalog), readSource, { plan })
  if (!computed.ok) return refuse(computed.faults)
  try {
    if (gaps !== undefined && computed.gaps !== null) await writeFile(givenPath(gaps), computed.gaps)
    if (evidence !== undefined && computed.evidence !== null) {
      const folder = givenPath(evidence)
      await mkdir(folder, { recursive: true })
      for (const { name, text } of computed.evidence) await writeFile(join(folder, name), text)
    }
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)])
  }
  say(computed.warnings)
  process.stdout.write(`${JSON.stringify(computed.result, null, 2)}\n`)
  return 0
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

function refuse(faults: readonly string[]): number {
  say(faults)
  return 2
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line.replace(/\s*\n\s*/g, ' ')}\n`)
}

process.exitCode = await main(process.argv.slice(2))
