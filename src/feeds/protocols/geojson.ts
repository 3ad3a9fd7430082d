import { type JsonProblem, readJson } from '#catalog/json/readJson.ts'
import { scanJson } from '#catalog/json/scanJson.ts'
import { foundText } from '#core/model/foundText.ts'
import { isObject, type JsonObject } from '#core/model/values.ts'
import { FAILURES } from '../door/reasons'
import type { FeedFailure, ProtocolResult, RawEntry } from './protocol'
import { textNotes } from './textNotes'

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
  const { value: root, text } = reading
  const fail = (reason: FeedFailure['reason']): ProtocolResult => ({ ok: false, failure: { reason } })
  if (!isObject(root)) return fail(FAILURES.notGeoJson(root))
  const isCollection = root.type === 'FeatureCollection'
  const isGeometry = GEOMETRIES.has(root.type)
  const notes = textNotes(reading, (path) => {
    if (!isCollection) return { index: 0, inner: isGeometry ? ['geometry', ...path] : path }
    const [member, index, ...inner] = path
    return member === 'features' && typeof index === 'number' ? { index, inner } : null
  })
  if (notes.failure) return fail(notes.failure)
  const written = writtenNumbers(text)

  const collect = (values: readonly unknown[]): ProtocolResult => ({
    ok: true,
    collection: {
      entries: values.map((value, index): RawEntry => {
        const path = isCollection ? ['features', index] : []
        const noted = notes.byEntry.get(index)
        return { index, value, ...noted, writtenNumber: (inner) => written([...path, ...inner]) }
      }),
      asOf: root.timeStamp ?? root.asOf,
      crsName: crsNameOf(root),
      remarks: notes.beside,
    },
  })

  if (isCollection) {
    if (!Array.isArray(root.features)) return fail(FAILURES.featuresNotList(root.features))
    return collect(root.features)
  }
  if (root.type === 'Feature') return collect([root])
  if (isGeometry) return collect([{ type: 'Feature', properties: null, geometry: root }])
  if (root.type === 'Topology') return fail(FAILURES.topojson())
  if (Array.isArray(root.features) && ('geometryType' in root || 'spatialReference' in root)) {
    return fail(FAILURES.esriJson())
  }
  return fail(FAILURES.notGeoJson(root.type))
}

/** What each text of a GeoJSON text sequence (RFC 8142) begins with. */
const RECORD_SEPARATOR = '\u001e'

export function syntaxFailure(problem: JsonProblem, text: string): FeedFailure {
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
