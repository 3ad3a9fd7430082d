import { parseArgs } from 'node:util'
import type { Language } from '../indicators/parseArguments'

const VERIFY_USAGE = 'npm run --silent evidence -- verify FILE_OR_FOLDER … [--lang zh|en]'

export type VerifyArguments =
  | { readonly ok: true; readonly paths: readonly string[]; readonly language: Language }
  | { readonly ok: false; readonly faults: readonly string[] }

/** What to verify, in which language, or every fault of the command line. */
export function parseVerifyArguments(argv: readonly string[]): VerifyArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { lang: { type: 'string', default: 'zh' } },
    })
    const [verb, ...paths] = positionals
    const faults: string[] = []
    if (verb !== 'verify') faults.push(`expected verify, found ${verb ?? 'nothing'}`)
    else if (paths.length === 0) faults.push('verify: no file is named')
    if (values.lang !== 'zh' && values.lang !== 'en') faults.push(`--lang: expected zh or en, found ${values.lang}`)
    if (faults.length > 0) return { ok: false, faults: [...faults, VERIFY_USAGE] }
    return { ok: true, paths, language: values.lang === 'en' ? 'en' : 'zh' }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
    return { ok: false, faults: [why, VERIFY_USAGE] }
  }
}
