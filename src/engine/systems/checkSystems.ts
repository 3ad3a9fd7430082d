import type { Catalog } from '#catalog/schema.ts'
import { linesOf } from '#core/geo/linesOf.ts'
import { type ToLines, toLines } from '#core/geo/toLines.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { sameCrs } from '#feeds/crs/converterOf.ts'
import { FAR, OFFSET_SYSTEMS, type OffsetSystem, systemFit, tellSystem } from '#feeds/crs/systemFit.ts'
import { runSteps } from '../jobs/steps'
import type { WorldView } from '../world/worldView'
import type { CheckedSystem, SystemsCheck } from './systemsCheck'

interface Run {
  readonly check: () => void
  readonly progress?: ((done: number, of: number) => void) | undefined
}

/** Compares feeds of points with the roads of the city. */
export async function checkSystems(catalog: Catalog, view: WorldView, run: Run): Promise<SystemsCheck> {
  const roadFeeds = catalog.feeds.filter(({ id, record }) => record === 'road' && view.stored(id))
  const roads = toLines(
    roadFeeds.flatMap(({ id }) => view.features(id).flatMap(({ geometry }) => (geometry ? linesOf(geometry) : []))),
    FAR,
  )
  if (!roads) return { roads: [], checked: [] }
  const asked = catalog.feeds.flatMap(({ id, crs }) => {
    const declared = OFFSET_SYSTEMS.find((system) => sameCrs(system, crs))
    const positions = declared ? view.features(id).flatMap(pointOf) : []
    return declared && positions.length > 0 ? [{ feed: id, declared, positions }] : []
  })
  return {
    roads: roadFeeds.map(({ id }) => id),
    checked: await runSteps(eachOf(asked, roads), run),
  }
}

interface Asked {
  readonly feed: string
  readonly declared: OffsetSystem
  readonly positions: readonly (readonly [number, number])[]
}

function* eachOf(
  asked: readonly Asked[],
  roads: ToLines,
): Generator<{ done: number; of: number }, readonly CheckedSystem[]> {
  const checked: CheckedSystem[] = []
  for (const { feed, declared, positions } of asked) {
    yield { done: checked.length, of: asked.length }
    const fits = systemFit(positions, declared, roads)
    checked.push({ feed, declared, fits, verdict: tellSystem(fits, declared) })
  }
  return checked
}

function pointOf({ geometry }: CityFeature): readonly (readonly [number, number])[] {
  if (geometry?.type !== 'Point') return []
  const [longitude = Number.NaN, latitude = Number.NaN] = geometry.coordinates
  return [[longitude, latitude]]
}
