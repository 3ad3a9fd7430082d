import { readFileSync } from 'node:fs'
import type { FeatureCollection, Point, Polygon } from 'geojson'
import { compute } from 'visibility-polygon'
import { seenGround } from '#core/devices/seenGround.ts'
import { localPlane } from '#core/geo/localPlane.ts'
import { type Obstacles, obstaclesIn, type PlaneObstacle, standsIn } from '#core/geo/visibility/obstacles.ts'
import { visibilityPolygon } from '#core/geo/visibility/visibilityPolygon.ts'
import type { Viewer } from '#core/geo/visibility/wallCurves.ts'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'

const CAMERAS = 2000
const REACH = 100
const RUNS = 5
/** Every so manyth camera is compared with rays, so many each. */
const EVERY = 10
const RAYS = 180

const read = <G extends Point | Polygon>(feed: string) =>
  JSON.parse(readFileSync(new URL(`../../../geodata/${feed}.geojson`, import.meta.url), 'utf8')) as FeatureCollection<
    G,
    {
      readonly height?: number
      readonly range_m: number
      readonly azimuth: number | null
      readonly beamwidth: number | null
    }
  >

/** What 2,000 cameras see among the building outlines of the demonstration city: all round, 100 m, walls without end. */
export function visibilityCase(): BenchCase {
  const name = 'visibility-2000'
  return {
    name,
    async run() {
      const plane = localPlane([116.44, 35.08, 117.28, 35.54])
      const buildings = read<Polygon>('buildings').features
      const cameras = read<Point>('cameras').features.slice(0, CAMERAS)
      const outlines = buildings.map(({ geometry }) => ({ geometry, height: null }))
      const obstacles = obstaclesIn(plane, outlines)
      const viewers = cameras.map(({ geometry }): Viewer => {
        const [x, y] = plane.toPlane(geometry.coordinates)
        return { x, y, near: 0, far: REACH, from: 0, sweep: 2 * Math.PI, height: null }
      })
      const around = viewers.map(({ x, y }) =>
        obstacles(x - REACH, y - REACH, x + REACH, y + REACH).filter((each) => !standsIn(each, x, y, 1e-6)),
      )

      const times = { ours: [] as number[], peer: [] as number[], whole: [] as number[] }
      for (let run = 0; run <= RUNS; run++) {
        const ours = cpu(() => viewers.map((viewer, at) => visibilityPolygon(viewer, () => around[at]!)))
        const peer = cpu(() => viewers.map((viewer, at) => byPeer(viewer, around[at]!)))
        const whole = cpu(() => asDeclared(cameras, buildings, plane))
        // The first run warms up.
        if (run > 0)
          for (const [key, time] of Object.entries({ ours, peer, whole })) times[key as keyof typeof times].push(time)
      }

      let [worst, peerWorst, rays] = [0, 0, 0]
      for (let at = 0; at < viewers.length; at += EVERY) {
        const viewer = viewers[at]!
        const seen = visibilityPolygon(viewer, () => around[at]!)
        const theirs = [Float64Array.from(byPeer(viewer, around[at]!).flat())]
        for (let ray = 0; ray < RAYS; ray++) {
          const angle = ((ray + 0.37) / RAYS) * 2 * Math.PI
          const wall = firstWall(viewer, around[at]!, angle)
          // Where nothing stands the arc is drawn by straight sides; the area is right, the distance is not meant to be.
          if (wall >= REACH) continue
          rays++
          worst = Math.max(worst, Math.abs(firstEdge(viewer, seen, angle) - wall))
          peerWorst = Math.max(peerWorst, Math.abs(firstEdge(viewer, theirs, angle) - wall))
        }
      }
      return {
        name,
        ours: percentile(times.ours, 0.5),
        peers: { 'visibility-polygon': percentile(times.peer, 0.5) },
        gate: null,
        agree: worst < 1e-6,
        worst,
        note:
          `${CAMERAS} cameras and ${buildings.length} outlines of the demonstration city (made by a generator), all round, ${REACH} m, walls without end; CPU ms, ` +
          `median of ${RUNS} runs after one, outlines in reach given to both; ${rays} rays by every edge differ by ${worst.toExponential(1)} m at most, ` +
          `the peer by ${peerWorst.toExponential(1)} m; with sectors, ranges, heights (6 m), index and WGS84 rings: ${Math.round(percentile(times.whole, 0.5))} ms`,
      }
    },
  }
}

/** The whole work: index, sectors as declared, shadows that end, rings in WGS84. */
function asDeclared(
  cameras: ReturnType<typeof read<Point>>['features'],
  buildings: ReturnType<typeof read<Polygon>>['features'],
  plane: ReturnType<typeof localPlane>,
): void {
  const made: Obstacles = obstaclesIn(
    plane,
    buildings.map(({ geometry, properties }) => ({ geometry, height: properties.height ?? null })),
  )
  const gaze = { height: 6, tilt: null, verticalAngle: null }
  for (const { geometry, properties } of cameras) {
    const { range_m: radius, azimuth, beamwidth } = properties
    seenGround({ geometry, footprint: { radius, azimuth, beamwidth } }, gaze, made, plane)
  }
}

function cpu(work: () => unknown): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

function byPeer({ x, y }: Viewer, around: readonly PlaneObstacle[]): [number, number][] {
  const segments = around.flatMap(({ rings }) =>
    rings.flatMap((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i): [number, number][] => {
        const j = ((i + 1) * 2) % ring.length
        return [
          [ring[2 * i]! - x, ring[2 * i + 1]! - y],
          [ring[j]! - x, ring[j + 1]! - y],
        ]
      }),
    ),
  )
  return compute([0, 0], segments).map(([east, north]) => [east + x, north + y])
}

const firstWall = (viewer: Viewer, around: readonly PlaneObstacle[], angle: number): number =>
  Math.min(...around.map(({ rings }) => firstEdge(viewer, rings, angle)), Number.POSITIVE_INFINITY)

/** Metres along a ray to the first edge of some rings. */
function firstEdge({ x, y }: Viewer, rings: readonly Float64Array[], angle: number): number {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length
      const [ax, ay, bx, by] = [ring[i]! - x, ring[i + 1]! - y, ring[j]! - x, ring[j + 1]! - y]
      const [a, b] = [ux * ay - uy * ax, ux * by - uy * bx]
      if (a > 0 === b > 0) continue
      const along = ux * ax + uy * ay + (a / (a - b)) * (ux * (bx - ax) + uy * (by - ay))
      if (along > 0) nearest = Math.min(nearest, along)
    }
  }
  return nearest
}
