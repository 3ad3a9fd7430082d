import type { Position } from 'geojson'
import KDBush from 'kdbush'
import { discBounds, greatCircleDistance } from '../geo/sphere'
import type { CityFeature } from '../model/feature'
import { readCase } from './caseRecord'

export interface DuplicateReach {
  /** Great-circle distance, at most. */
  readonly metres: number
  /** Between the reports, at most. */
  readonly hours: number
}

const DUPLICATE_REACH: DuplicateReach = { metres: 60, hours: 24 }

interface Likeness {
  readonly metres: number
  /** Minutes between the reports. */
  readonly minutes: number
  readonly same: 'code' | 'class'
  /** 1 for the same code, place and moment, falling to 0 at both limits; the class alone is worth 0.6 of it. */
  readonly score: number
}

export interface DuplicatePair extends Likeness {
  readonly a: CityFeature
  readonly b: CityFeature
}

export interface DuplicateOf extends Likeness {
  readonly feature: CityFeature
}

/** Worth of the same class where the codes differ or are missing. */
const CLASS_ONLY = 0.6
/** Rounding of a computed distance, metres. */
const ROUNDING = 1e-6

interface Sighting {
  readonly feature: CityFeature
  readonly at: Position
  readonly reported: number
}

/** Cases with a place and a time of report, or of their last change. */
function sightings(cases: readonly CityFeature[]): readonly Sighting[] {
  return cases.flatMap((feature) => {
    const { geometry, properties } = feature
    const record = readCase(properties)
    const reported = record?.reported ?? record?.time ?? feature.time
    return geometry?.type === 'Point' && reported !== null ? [{ feature, at: geometry.coordinates, reported }] : []
  })
}

function likeness(a: Sighting, b: Sighting, { metres, hours }: DuplicateReach): Likeness | null {
  const [p, q] = [a.feature.properties, b.feature.properties]
  const same = isSame(p.code, q.code) ? 'code' : isSame(p.class, q.class) ? 'class' : null
  if (!same) return null
  const minutes = Math.abs(a.reported - b.reported) / 60_000
  if (minutes > hours * 60) return null
  const apart = greatCircleDistance(a.at, b.at)
  if (apart > metres + ROUNDING) return null
  const near = 1 - 0.5 * Math.min(1, apart / metres) - 0.5 * (minutes / (hours * 60))
  return { metres: apart, minutes, same, score: near * (same === 'code' ? 1 : CLASS_ONLY) }
}

const isSame = (a: unknown, b: unknown): boolean => typeof a === 'string' && a !== '' && a === b

/** Cases that may be the same matter as this one, the likeliest first. */
export function duplicatesOf(
  one: CityFeature,
  cases: readonly CityFeature[],
  reach: DuplicateReach = DUPLICATE_REACH,
): readonly DuplicateOf[] {
  const [sought] = sightings([one])
  if (!sought) return []
  return sightings(cases.filter(({ id }) => id !== one.id))
    .flatMap((other) => {
      const like = likeness(sought, other, reach)
      return like ? [{ feature: other.feature, ...like }] : []
    })
    .sort((a, b) => b.score - a.score || compare(a.feature.id, b.feature.id))
}

/** Every pair that may be one matter, the likeliest first; each pair once. */
export function duplicatePairs(
  cases: readonly CityFeature[],
  reach: DuplicateReach = DUPLICATE_REACH,
): readonly DuplicatePair[] {
  const found = sightings(cases)
  if (found.length === 0) return []
  const tree = new KDBush(found.length)
  for (const { at } of found) tree.add(at[0]!, at[1]!)
  tree.finish()
  const pairs: DuplicatePair[] = []
  for (const [index, one] of found.entries()) {
    for (const other of tree.range(...discBounds(one.at, reach.metres + ROUNDING))) {
      if (other <= index) continue
      const like = likeness(one, found[other]!, reach)
      if (like) pairs.push({ a: one.feature, b: found[other]!.feature, ...like })
    }
  }
  return pairs.sort((x, y) => y.score - x.score || compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Cases that hang together by pairs: each may be the same matter as another of its group. Largest first. */
export function duplicateGroups(pairs: readonly DuplicatePair[]): readonly (readonly CityFeature[])[] {
  const groups = new Map<string, CityFeature[]>()
  for (const { a, b } of pairs) {
    const [mine, theirs] = [groups.get(a.id) ?? [a], groups.get(b.id) ?? [b]]
    if (mine === theirs) continue
    const joined = [...mine, ...theirs]
    for (const { id } of joined) groups.set(id, joined)
  }
  return [...new Set(groups.values())].sort((x, y) => y.length - x.length)
}
