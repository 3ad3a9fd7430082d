import type { Polygon } from 'geojson'
import { sphericalArea } from '../../geo/sphere'
import { roundMeasure } from '../../indicators/ratioResult'
import type { GapFeature } from '../../model/evaluation'

/** One gap to be listed: of a region each piece of ground on its own. */
export interface GapPiece {
  readonly feature: GapFeature
  /** From 1; null: all of the subject's gap. */
  readonly part: number | null
  /** Exact square metres and metres. */
  readonly area: number
  readonly length: number | null
}

/** Pieces of less than this share of a region's gap, and than this many square metres, are hairlines between covers: one entry together. */
const HAIRLINE = { share: 1e-4, squareMetres: 100 }

/**
 * The gap of a region parted into its pieces of ground, largest first. Their areas add up to that of the gap, which is
 * exact, and stand to each other as those drawn.
 */
export function gapPieces(feature: GapFeature): readonly GapPiece[] {
  const { geometry, properties } = feature
  const { area_m2: area, length_m: length = null } = properties
  if (geometry.type !== 'MultiPolygon' || geometry.coordinates.length < 2)
    return [{ feature, part: null, area, length }]
  const drawn = geometry.coordinates
    .map((coordinates) => ({ coordinates, drawn: sphericalArea({ type: 'Polygon', coordinates }) }))
    .sort((a, b) => b.drawn - a.drawn)
  const whole = drawn.reduce((sum, piece) => sum + piece.drawn, 0)
  const least = Math.min(HAIRLINE.squareMetres, HAIRLINE.share * whole)
  const large = drawn.filter((piece) => piece.drawn >= least)
  const hairlines = drawn.slice(large.length)
  const exact = (pieces: readonly { readonly drawn: number }[]) =>
    (area * pieces.reduce((sum, piece) => sum + piece.drawn, 0)) / whole
  const pieces = large.map((piece): [GapFeature['geometry'], number] => [
    { type: 'Polygon', coordinates: piece.coordinates } satisfies Polygon,
    exact([piece]),
  ])
  if (hairlines.length > 0) {
    pieces.push([
      { type: 'MultiPolygon', coordinates: hairlines.map(({ coordinates }) => coordinates) },
      exact(hairlines),
    ])
  }
  return pieces.map(([shape, squareMetres], at) => ({
    feature: {
      ...feature,
      geometry: shape,
      properties: { ...properties, area_m2: roundMeasure(squareMetres), part: at + 1 },
    },
    part: at + 1,
    area: squareMetres,
    length,
  }))
}

/** Gaps as they are listed and drawn: those of regions in their pieces, the others as they are; the order stays. */
export function partedGaps(gaps: readonly GapFeature[], isRegion: (metric: string) => boolean): GapFeature[] {
  return gaps.flatMap((gap) => (isRegion(gap.properties.metric) ? gapPieces(gap).map(({ feature }) => feature) : [gap]))
}
