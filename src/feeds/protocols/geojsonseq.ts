import { readJson } from '#catalog/json/readJson.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { isObject } from '#core/model/values.ts'
import { FAILURES } from '../door/reasons'
import { readGeoJson } from './geojson'
import type { ProtocolResult, RawEntry, Remark } from './protocol'
import { tellText } from './tellText'

const RECORD_SEPARATOR = '\u001e'

const notOne = (line: number, found: string): Reason => ({
  code: 'line-not-feature',
  zh: `第 ${line} 行不是要素,而是 ${found}`,
  en: `line ${line} is no feature but ${found}`,
})
const unreadable = (line: number, why: Reason): Reason => ({
  code: why.code,
  zh: `第 ${line} 行起的一条:${why.zh}`,
  en: `the text that begins on line ${line}: ${why.en}`,
})

/**
 * A sequence of GeoJSON texts: one feature or geometry a line, or (RFC 8142) behind RS characters. A text that cannot be read is
 * refused with its line; the others stand.
 */
export function readGeoJsonSeq(bytes: Uint8Array): ProtocolResult {
  const told = tellText(bytes)
  if (!told.ok) return told
  if (told.text.trim() === '') return { ok: false, failure: { reason: FAILURES.empty(), byte: 0 } }
  const entries: RawEntry[] = []
  const remarks: Remark[] = [...told.remarks]
  for (const { text, line } of textsOf(told.text)) {
    const index = entries.length
    const read = readOne(text)
    if ('reason' in read) {
      const reason = unreadable(line, read.reason)
      entries.push({ index, value: null, refusal: { id: null, field: 'text', reason }, writtenNumber: () => null })
    } else if ('found' in read) {
      const reason = notOne(line, read.found)
      entries.push({ index, value: null, refusal: { id: null, field: 'type', reason }, writtenNumber: () => null })
    } else {
      entries.push({ ...read.entry, index })
      remarks.push(...read.remarks)
    }
  }
  return { ok: true, collection: { entries, asOf: undefined, crsName: null, remarks } }
}

type One =
  | { readonly entry: RawEntry; readonly remarks: readonly Remark[] }
  | { readonly reason: Reason }
  | { readonly found: string }

function readOne(text: string): One {
  const bytes = new TextEncoder().encode(text)
  const reading = readJson(bytes, { nullNotFinite: true })
  if (reading.ok && isObject(reading.value) && reading.value.type === 'FeatureCollection')
    return { found: 'FeatureCollection' }
  const read = readGeoJson(bytes)
  if (!read.ok) return { reason: read.failure.reason }
  const [entry] = read.collection.entries
  return entry ? { entry, remarks: read.collection.remarks ?? [] } : { found: 'nothing' }
}

/** The texts with the line each begins on, from 1. Behind RS characters a text may go over several lines. */
function textsOf(all: string): readonly { readonly text: string; readonly line: number }[] {
  const parted = all.startsWith(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n'
  let line = 1
  return all.split(parted).flatMap((text) => {
    const begins = line
    line += parted === '\n' ? 1 : (text.match(/\n/g)?.length ?? 0)
    return text.trim() === '' ? [] : [{ text: text.trim(), line: begins }]
  })
}
