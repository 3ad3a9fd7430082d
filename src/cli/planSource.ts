import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { ReadStopped } from '#feeds/queries/boundedRead.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import type { Language } from './indicators/parseArguments'
import { readSource, sourceUrl } from './readSource'

/** The bytes of the plan that `--plan` names, or a line that says why they cannot be had. */
export async function readPlanFile(path: string, language: Language): Promise<Uint8Array | string> {
  try {
    return await readSource(sourceUrl(path))
  } catch (error) {
    return withoutSecrets(`--plan ${path}: ${reasonOf(error, language)}`)
  }
}

function reasonOf(error: unknown, language: Language): string {
  if (error instanceof FeedFault || error instanceof ReadStopped) return error.reason[language]
  return error instanceof Error ? error.message : String(error)
}
