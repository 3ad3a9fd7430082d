import { pathText } from '#catalog/fault.ts'
import { type JsonProblem, type NotFinite, readJson } from '#catalog/json/readJson.ts'
import { scanJson } from '#catalog/json/scanJson.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { foundText } from '#core/model/foundText.ts'
import { isObject, type JsonObject } from '#core/model/values.ts'
import { FAILURES, NOTICES } from '../door/reasons'
import type { FeedFailure, ProtocolResult, RawEntry, Remark } from './protocol'

const GEOMETRIES: ReadonlySet<unknown> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** GeoJSON (RFC 7946): a FeatureCollection, a single Feature or a bare geometry, in UTF-8 with or without BOM. */
export function readGeoJson(bytes: Uint8Array): ProtocolResult {
  const reading = readJson(bytes, { nullNotFinite: true })
  if (!reading.ok) return { ok: false, failure: syntaxFailure(reading.problem, reading.text) }
  const { value: root, text, notFinite } = reading
  const fail = (reason: FeedFailure['reason']): ProtocolResult => ({ ok: false, failure: { reason } })
  if (!isObject(root)) return fail(FAILURES.notGeoJson(root))
  if (root.type === 'FeatureCollection' && hasTwoFeatureLists(text)) return fail(FAILURES.featuresTwice())
  const written = writtenNumbers(text)

  const collect = (values: readonly unknown[], base: readonly (string | number)[]): ProtocolResult => {
    const { byEntry, beside } = nullNotices(notFinite, base)
    return {
      ok: true,
      collection: {
        entries: values.map((value, index): RawEntry => {
          const path = base.length === 0 ? base : [...base, index]
          const notices = byEntry.get(index)
          return { index, value, ...(notices && { notices }), writtenNumber: (inner) => written([...path, ...inner]) }
        }),
        asOf: root.timeStamp ?? root.asOf,
        crsName: crsNameOf(root),
        remarks: beside,
      },
    }
  }

  if (root.type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) return fail(FAILURES.featuresNotList(root.features))
    return collect(root.features, ['features'])
  }
  if (root.type === 'Feature') return collect([root], [])
  if (GEOMETRIES.has(root.type)) return collect([{ type: 'Feature', properties: null, geometry: root }], [])
  if (root.type === 'Topology') return fail(FAILURES.topojson())
  if (Array.isArray(root.features) && ('geometryType' in root || 'spatialReference' in root)) {
    return fail(FAILURES.esriJson())
  }
  return fail(FAILURES.notGeoJson(root.type))
}

/** What was read as null, said of the entry it stands in, or of the feed where it stands in none. */
function nullNotices(
  notFinite: readonly NotFinite[],
  base: readonly (string | number)[],
): { readonly byEntry: ReadonlyMap<number, readonly Reason[]>; readonly beside: readonly Remark[] } {
  const byEntry = new Map<number, Reason[]>()
  const beside: Remark[] = []
  for (const { path, written } of notFinite) {
    const inList = base.every((key, at) => path[at] === key)
    const index = base.length === 0 ? 0 : path[base.length]
    if (!inList || typeof index !== 'number') {
      beside.push({ id: null, reason: NOTICES.notFinite(pathText(path), written) })
      continue
    }
    const inner = base.length === 0 ? path : path.slice(base.length + 1)
    const before = byEntry.get(index)
    const notice = NOTICES.notFinite(pathText(inner), written)
    if (before) before.push(notice)
    else byEntry.set(index, [notice])
  }
  return { byEntry, beside }
}

/** JSON.parse keeps the later of two `features` without a word. Few texts have the word twice: only those are read again. */
function hasTwoFeatureLists(text: string): boolean {
  const word = '"features"'
  if (text.indexOf(word, text.indexOf(word) + 1) === -1) return false
  let twice = false
  scanJson(text, {
    duplicate: (path) => {
      twice ||= path.length === 1 && path[0] === 'features'
    },
  })
  return twice
}

/** What each text of a GeoJSON text sequence (RFC 8142) begins with. */
const RECORD_SEPARATOR = '\u001e'

function syntaxFailure(problem: JsonProblem, text: string): FeedFailure {
  switch (problem.kind) {
    case 'empty':
      return { reason: FAILURES.empty(), byte: 0 }
    case 'encoding': {
      return { reason: FAILURES.notUtf8(problem.byte, problem.looksLike), byte: problem.byte }
    }
    case 'truncated':
      return { reason: FAILURES.truncated(problem.line, problem.byte), line: problem.line, byte: problem.byte }
    case 'syntax': {
      const at = { line: problem.line, byte: problem.byte }
      if (text.startsWith(RECORD_SEPARATOR)) return { reason: FAILURES.textSequence(), ...at }
      if (text.trimStart().startsWith('<')) return { reason: FAILURES.markup(problem.line), ...at }
      if (problem.wants === 'end' && /^["[{]/.test(problem.found))
        return { reason: FAILURES.lines(problem.line), ...at }
      return { reason: FAILURES.notJson(problem.line, problem.column, problem.wants, problem.found), ...at }
    }
  }
}

/** Numbers as they are written, by path. The text is scanned at the first question, which few feeds ever ask. */
function writtenNumbers(text: string): (path: readonly (string | number)[]) => string | null {
  let numbers: Map<string, string> | undefined
  return (path) => {
    if (numbers === undefined) {
      const found = new Map<string, string>()
      scanJson(text, {
        number: (where, raw) => {
          if (raw.length > 15) found.set(JSON.stringify(where), raw)
        },
      })
      numbers = found
    }
    return numbers.get(JSON.stringify(path)) ?? null
  }
}

/** The name in a `crs` member as GeoJSON had it before RFC 7946; what is not a name is shown as it stands. */
function crsNameOf(root: JsonObject): string | null {
  const { crs } = root
  if (crs === undefined || crs === null) return null
  if (isObject(crs) && isObject(crs.properties) && typeof crs.properties.name === 'string') return crs.properties.name
  return foundText(crs)
}
