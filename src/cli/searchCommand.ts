import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { wordsOf } from './fileFault'
import { givenPath } from './readSource'
import type { SearchOptions } from './searchOptions'
import { say, terminalJson } from './terminal'
import { writeWhole } from './writeWhole'

type Computed =
  | { readonly ok: true; readonly result: object; readonly plan: object; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Ends a command that searches: one JSON object on standard output and the plan in a file, or exit 2 and every fault. */
export async function endSearch(
  { language, out }: Pick<SearchOptions, 'language' | 'out'>,
  compute: () => Promise<Computed>,
): Promise<number> {
  try {
    const computed = await compute()
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

export function refuse(faults: readonly string[]): number {
  say(faults)
  return 2
}
