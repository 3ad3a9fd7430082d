import published from '../../seeds/indicators.json'
import type { Standard } from '../core/model/standard'
import { parseStandard } from './standard'

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
