import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import { type Random, random } from '#seeds/random.ts'

/** A polygon with holes: closed rings of [x, y], metres, outer ring counter-clockwise. */
export type PlaneArea = readonly (readonly (readonly [number, number])[])[]

/** Areas to measure and the covers to measure them by, in one plane, metres. */
export interface PlaneCity {
  readonly areas: readonly PlaneArea[]
  readonly covers: readonly FieldCover[]
}

/** How a city is drawn. */
export interface CityPlan {
  readonly name: string
  readonly areas: number
  readonly sites: number
  /** Half the width of the square it lies in, metres. */
  readonly half: number
  /** Towns; sites and areas thin out from each. */
  readonly towns: number
  /** Standard deviation of the distance from a town's centre, metres. */
  readonly spread: number
  /** Share of sites anywhere in the square instead of in a town. */
  readonly scattered: number
  /** Median radius of an area and of a site's range, metres. */
  readonly areaSize: number
  readonly range: number
  /** Share of sites that are sectors, three to a mast. */
  readonly sectors: number
}

export const cityPlan: CityPlan = {
  name: 'city',
  areas: 500,
  sites: 2000,
  half: 8600,
  towns: 6,
  spread: 1700,
  scattered: 0.3,
  areaSize: 335,
  range: 420,
  sectors: 0,
}

export const provincePlan: CityPlan = {
  name: 'province',
  areas: 5000,
  sites: 50_000,
  half: 60_000,
  towns: 150,
  spread: 2000,
  scattered: 0.25,
  areaSize: 300,
  range: 420,
  sectors: 0,
}

/** Grows a city from its plan; the same plan gives the same city. */
export function planeCity(plan: CityPlan): PlaneCity {
  const stream = random(`bench ${plan.name} ${plan.sectors}`)
  const towns = Array.from({ length: plan.towns }, (): [number, number] => [
    stream.between(-0.8, 0.8) * plan.half,
    stream.between(-0.8, 0.8) * plan.half,
  ])
  const place = (): [number, number] => {
    if (stream.chance(plan.scattered)) return [stream.between(-1, 1) * plan.half, stream.between(-1, 1) * plan.half]
    const [x, y] = stream.pick(towns)
    return [x + plan.spread * normal(stream), y + plan.spread * normal(stream)]
  }
  const covers: FieldCover[] = []
  while (covers.length < plan.sites) {
    const [x, y] = place()
    const radius = plan.range * Math.exp(0.35 * normal(stream))
    if (!stream.chance(plan.sectors / (3 - 2 * plan.sectors))) {
      covers.push({ x, y, radius, azimuth: null, beamwidth: null })
      continue
    }
    const first = stream.between(0, 360)
    const beamwidth = stream.pick([65, 120])
    for (let i = 0; i < 3; i++) covers.push({ x, y, radius: radius * 1.4, azimuth: first + 120 * i, beamwidth })
  }
  const areas = Array.from({ length: plan.areas }, () => plotArea(stream, ...place(), plan.areaSize))
  return { areas, covers: covers.slice(0, plan.sites) }
}

/** An irregular polygon of 6 to 30 vertices about a place, one in ten with a hole. */
function plotArea(stream: Random, x: number, y: number, size: number): PlaneArea {
  const reach = size * Math.exp(0.5 * normal(stream))
  const ring = (radius: number, corners: number): [number, number][] => {
    const points = Array.from({ length: corners }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * (i + 0.7 * (stream.next() - 0.5))) / corners
      const distance = radius * stream.between(0.65, 1)
      return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]
    })
    return [...points, points[0]!]
  }
  const outer = ring(reach, stream.whole(6, 30))
  return stream.chance(0.1) ? [outer, ring(reach * 0.35, stream.whole(5, 9)).reverse()] : [outer]
}

/** Standard normal (Box-Muller). */
function normal(stream: Random): number {
  return Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next())
}
