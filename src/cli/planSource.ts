import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { wordsOf } from './fileFault'
import type { Language } from './indicators/parseArguments'
import { readSource, sourceUrl } from './readSource'

/** The bytes of the plan that `--plan` names, or a line that says why they cannot be had. */
export async function readPlanFile(path: string, language: Language): Promise<Uint8Array | string> {
  try {
    return await readSource(sourceUrl(path))
  } catch (error) {
    return withoutSecrets(`--plan ${path}: ${wordsOf(error, language)}`)
  }
}
