import type { Standard } from '#core/model/standard.ts'
import { parseStandard } from './standard'
import published from './standards/db37-t-3890-2020.json'

let parsed: Standard | undefined

/** The DB37/T 3890-2020 county table of 43 rows, which measures a city whose catalog names no other standard. */
export function bundledStandard(): Standard {
  if (parsed === undefined) {
    const result = parseStandard(published)
    if (!result.ok) throw new Error(result.faults.map((fault) => fault.en).join('\n'))
    parsed = result.standard
  }
  return parsed
}
