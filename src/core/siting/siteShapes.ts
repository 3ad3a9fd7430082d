import { type Bounds, boundsOf } from '../geo/boundsOf'
import { type CoverShape, coverShapes } from '../geo/coverShape'
import { type LocalPlane, localPlane } from '../geo/localPlane'
import type { CityFeature } from '../model/feature'
import type { Coverer, OpenSubject, SitingTask } from './sitingTask'

/** What a site serves, by a method. */
export function shapesOfSite({ geometry, footprint }: Coverer, method: SitingTask['method']): readonly CoverShape[] {
  if (method.name === 'covered') return coverShapes(geometry, footprint) ?? []
  // A point is near where it lies in the disc of that many metres; a disc of none holds its centre.
  return coverShapes(geometry, { radius: Math.max(method.metres, 1e-9), azimuth: null, beamwidth: null }) ?? []
}

/** The plane that the metric is measured in: of the city, or without known bounds one round what covers. */
export function planeOf(bounds: Bounds | undefined, ...features: readonly (readonly Coverer[])[]): LocalPlane {
  if (bounds) return localPlane(bounds)
  const geometries = features.flat().flatMap(({ geometry }) => (geometry ? [geometry] : []))
  return localPlane(geometries.length > 0 ? boundsOf({ type: 'GeometryCollection', geometries }) : [0, 0, 0, 0])
}

/** A subject as a feature, to be asked about. */
export const featureOf = ({ id, geometry }: OpenSubject): CityFeature => ({
  id,
  mapId: 0,
  geometry,
  properties: {},
  time: null,
})
