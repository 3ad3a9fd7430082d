import { type BenchCase, type BenchResult, benchResult } from './benchCase'
import type { machine } from './machine'
import { printResult } from './printResult'

interface Settings {
  /** Names of the cases wanted; all when absent. */
  readonly wanted: readonly string[] | undefined
  /** One report as JSON, and a word on standard error after each case. */
  readonly json: boolean
  /** What it was measured on, once it has been. */
  readonly measuredOn: () => ReturnType<typeof machine> & { readonly clock: string }
}

/** Runs cases one after the other and prints them. Gives the exit code: 1 when answers disagree, 2 for a case that there is not. */
export async function runCases(cases: readonly BenchCase[], { wanted, json, measuredOn }: Settings): Promise<number> {
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
    if (json) console.error(`${result.name} done`)
    else console.log(printResult(result))
  }
  const report = { machine: measuredOn(), cases: results }
  console.log(JSON.stringify(json ? report : report.machine))
  return results.every(({ agree }) => agree) ? 0 : 1
}
