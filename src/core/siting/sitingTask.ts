import type { Geometry } from 'geojson'
import type { Bounds } from '../geo/boundsOf'
import type { CityFeature } from '../model/feature'
import type { Edit } from '../model/world'

/** A subject that does not count yet, and what it weighs. */
export interface OpenSubject {
  readonly id: string
  readonly geometry: Geometry
  readonly weight: number
}

/** What matters of something that covers. */
export type Coverer = Pick<CityFeature, 'id' | 'geometry' | 'footprint'>

/**
 * Where to build, as plain data: what is to be served, what stands, and what could be built. It is made where the city is and
 * searched anywhere; as JSON it stays what it is.
 */
export interface SitingTask {
  /** How a subject comes to count: see the methods of these names. */
  readonly method:
    | { readonly name: 'covered'; readonly threshold: number }
    | { readonly name: 'near'; readonly metres: number }
  /** In canonical order. */
  readonly open: readonly OpenSubject[]
  /** What stands and covers, as far as it matters to a subject that is open. */
  readonly standing: readonly Coverer[]
  /** New features, each as the door let it in, in canonical order; and what builds each. */
  readonly candidates: readonly Coverer[]
  readonly edits: readonly Edit[]
  /** Bounds of the city, which set the plane that areas are measured in. */
  readonly bounds: Bounds | undefined
}
