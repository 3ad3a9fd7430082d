import type { Geometry, Position } from 'geojson'

const KINDS = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const
type Kind = (typeof KINDS)[number]

/** How many brackets stand round a position of each kind, beside the outermost. */
const DEPTH: Readonly<Record<Kind, 0 | 1 | 2>> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 0,
  MultiLineString: 1,
  Polygon: 1,
  MultiPolygon: 2,
}

/**
 * A geometry of well-known text (OGC 06-103r4), with or without `SRID=n;`; Z and M are read past. Null: it is none, or it is
 * empty, or a collection.
 */
export function readWkt(text: string): Geometry | null {
  const found = /^\s*(?:SRID=\d+;)?\s*([A-Za-z]+)\s*(?:ZM|Z|M)?\s*\(([\s\S]*)\)\s*$/i.exec(text)
  const kind = KINDS.find((each) => each.toUpperCase() === found?.[1]?.replace(/(ZM|Z|M)$/i, '').toUpperCase())
  const inner = found?.[2]
  if (!kind || inner === undefined) return null
  const coordinates = listAt(inner, DEPTH[kind], kind === 'MultiPoint')
  if (coordinates === null) return null
  if (kind !== 'Point') return { type: kind, coordinates } as Geometry
  const [only] = coordinates as Position[]
  return only && coordinates.length === 1 ? { type: 'Point', coordinates: only } : null
}

/** Positions, or lists of them, so deep. */
function listAt(text: string, depth: number, bracketed: boolean): unknown[] | null {
  if (depth === 0) {
    const positions = text.split(',').map((each) => positionOf(bracketed ? each.replace(/^\s*\(|\)\s*$/g, '') : each))
    return positions.every((each) => each !== null) ? positions : null
  }
  const parts = bracketsOf(text)
  const lists = parts?.map((part) => listAt(part, depth - 1, bracketed)) ?? [null]
  return lists.every((list) => list !== null) ? lists : null
}

/** What stands in the brackets of a text of brackets with commas between; null for any other text. */
function bracketsOf(text: string): string[] | null {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '(') {
      if (depth === 0) start = at + 1
      depth++
    } else if (sign === ')') {
      depth--
      if (depth < 0) return null
      if (depth === 0) parts.push(text.slice(start, at))
    } else if (depth === 0 && !/[\s,]/.test(sign ?? '')) return null
  }
  return depth === 0 && parts.length > 0 ? parts : null
}

function positionOf(text: string): Position | null {
  const numbers = text.trim().split(/\s+/).map(Number)
  const [x, y] = numbers
  return numbers.length >= 2 && numbers.length <= 4 && numbers.every(Number.isFinite) ? [x!, y!] : null
}
