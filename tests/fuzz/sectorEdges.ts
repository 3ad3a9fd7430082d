import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'

type Sector = FieldCover & { readonly azimuth: number; readonly beamwidth: number }

export function isSector(cover: FieldCover): cover is Sector {
  return cover.azimuth !== null && cover.beamwidth !== null && cover.beamwidth < 360
}

/** Unit vectors along the two edges, anticlockwise one first. */
export function sectorEdges({ azimuth, beamwidth }: Sector): readonly [[number, number], [number, number]] {
  return [towards(azimuth - beamwidth / 2), towards(azimuth + beamwidth / 2)]
}

/** Right angles are exact, so that edges meant to lie on an axis do. */
function towards(azimuth: number): [number, number] {
  const turn = ((azimuth % 360) + 360) % 360
  if (turn === 0) return [0, 1]
  if (turn === 90) return [1, 0]
  if (turn === 180) return [0, -1]
  if (turn === 270) return [-1, 0]
  return [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
}
