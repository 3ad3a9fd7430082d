import Flatbush from 'flatbush'
import type { Geometry } from 'geojson'
import { type Bounds, boundsOf } from '../../geo/boundsOf'
import { type CoverSet, coverSet } from '../../geo/coverSet'
import { coverShapes } from '../../geo/coverShape'
import { distanceBetween } from '../../geo/distanceBetween'
import type { LocalPlane } from '../../geo/localPlane'
import { discBounds, greatCircleDistance } from '../../geo/sphere'
import { coverageOf } from '../../indicators/coverageOf'
import type { CityFeature } from '../../model/feature'
import { localName } from '../../model/shownName'
import type { GapReason, Provider, Refusal } from './gap'
import type { Refused } from './refusal'

/** Features that cover, or would, asked about what they leave open. */
export interface Providers {
  readonly explain: (open: CityFeature) => {
    readonly why: GapReason
    readonly restored: Readonly<Partial<Record<Refusal, number>>>
    readonly nearest: readonly Provider[]
  }
}

interface Asked {
  readonly feed: string
  readonly features: readonly CityFeature[]
  readonly refusal: (feature: CityFeature) => Refused | null
  /** Metres within which a point serves a place whatever its footprint; null: footprints and areas count. */
  readonly metres: number | null
  readonly plane: LocalPlane
}

interface Placed {
  readonly feature: CityFeature
  readonly geometry: Geometry
  readonly refused: Refused | null
  /** Metres. */
  readonly reach: number
}

/** What lies within this many times its own reach of a gap is near it. */
const NEAR = 2
/** Metres: an area so close adjoins. */
const ADJOINING = 1
/** A gap is put down to what would close at least this share of it. */
const MOST_OF_IT = 0.5
const NEAREST = 5
/** Metres of the first look round a gap for what is nearest, and of the last. */
const [FIRST_LOOK, LAST_LOOK] = [50, 100_000]
const REFUSALS: readonly Refusal[] = ['broken', 'not-connected', 'unmet']

export function providers({ feed, features, refusal, metres, plane }: Asked): Providers {
  const placed = features.flatMap((feature): Placed[] => {
    const { geometry, footprint } = feature
    const refused = refusal(feature)
    if (!geometry || refused?.why === null) return []
    return [{ feature, geometry, refused, reach: metres ?? footprint?.radius ?? 0 }]
  })
  if (placed.length === 0) return { explain: () => ({ why: 'none-near', restored: {}, nearest: [] }) }
  const tree = new Flatbush(placed.length)
  for (const { geometry } of placed) tree.add(...boundsOf(geometry))
  tree.finish()
  const near = (bounds: Bounds, within: number) => tree.search(...widened(bounds, within)).map((at) => placed[at]!)
  const farthest = placed.reduce((most, { reach, refused }) => (refused ? most : Math.max(most, reach)), 0)
  const covers = new Map(
    REFUSALS.flatMap((why): [Refusal, CoverSet][] => {
      const shapes = placed.flatMap(({ geometry, feature, refused }) =>
        refused?.why !== why ? [] : (coverShapes(geometry, serving(feature, metres)) ?? []),
      )
      return shapes.length > 0 ? [[why, coverSet(shapes, plane)]] : []
    }),
  )

  return {
    explain(open) {
      const { geometry } = open
      if (!geometry) return { why: 'none-near', restored: {}, nearest: [] }
      const bounds = boundsOf(geometry)
      const restored: Partial<Record<Refusal, number>> = {}
      for (const [why, set] of covers) {
        const coverage = coverageOf(open, set)
        if (coverage.ok && coverage.share > 0) restored[why] = coverage.share
      }
      const [best] = REFUSALS.filter((why) => (restored[why] ?? 0) >= MOST_OF_IT).sort(
        (a, b) => restored[b]! - restored[a]!,
      )
      const reaches = () =>
        near(bounds, NEAR * farthest + ADJOINING).some(
          (each) => !each.refused && distanceBetween(each.geometry, geometry) <= Math.max(ADJOINING, NEAR * each.reach),
        )
      return { why: best ?? (reaches() ? 'out-of-reach' : 'none-near'), restored, nearest: nearestTo(geometry, bounds) }
    },
  }

  function nearestTo(geometry: Geometry, bounds: Bounds): readonly Provider[] {
    for (let look = FIRST_LOOK; ; look *= 2) {
      const found = near(bounds, look)
        .map((each) => ({ ...each, metres: distanceBetween(each.geometry, geometry) }))
        .filter((each) => each.metres <= look)
        .sort((a, b) => a.metres - b.metres || (a.feature.id < b.feature.id ? -1 : 1))
      const stands = new Map<string, Provider>()
      for (const { feature, refused, metres: away, geometry: place } of found) {
        const key = JSON.stringify([place, refused])
        const known = stands.get(key)
        const provider = known ?? {
          ...{ feed, id: feature.id, mapId: feature.mapId, name: localName(feature.properties), count: 0 },
          metres: Math.round(away * 10) / 10,
          refusal: refused?.why ?? null,
          property: refused?.property,
        }
        stands.set(key, { ...provider, count: provider.count + 1 })
      }
      if (stands.size >= NEAREST || look >= LAST_LOOK) return [...stands.values()].slice(0, NEAREST)
    }
  }
}

const serving = ({ footprint }: CityFeature, metres: number | null) =>
  metres === null ? footprint : { radius: metres, azimuth: null, beamwidth: null }

function widened([west, south, east, north]: Bounds, metres: number): Bounds {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  // Half the diagonal more: the disc is drawn round the middle.
  const [w, s, e, n] = discBounds([x, y], metres + greatCircleDistance([west, south], [east, north]) / 2)
  return [Math.min(w, west), Math.min(s, south), Math.max(e, east), Math.max(n, north)]
}
