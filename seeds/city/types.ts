import type { LineString, MultiPolygon, Polygon, Position } from 'geojson'

/** The invented base geography that every demonstration feed is placed on. Positions are WGS84 [lon, lat]. */

export interface Town {
  /** Nine-digit division code, e.g. 370883001. */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kind: 'subdistrict' | 'town'
  readonly seat: Position
  readonly polygon: Polygon | MultiPolygon
}

export type RoadClass = 'motorway' | 'trunk' | 'primary' | 'secondary' | 'tertiary' | 'residential'

/** One edge of the connected road graph, from junction to junction. */
export interface RoadSegment {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly class: RoadClass
  readonly from: string
  readonly to: string
  readonly line: LineString
  readonly lanes: number
  /** km/h. */
  readonly speed: number
  readonly oneway: boolean
  readonly bridge: boolean
}

export interface Junction {
  readonly id: string
  readonly position: Position
  /** Number of segments that meet here. */
  readonly degree: number
  /** Highest class that meets here. */
  readonly class: RoadClass
  /** Names of the two main crossing roads, for naming the junction. */
  readonly roads: readonly string[]
  /** The same in English. */
  readonly roadsEn: readonly string[]
  /** Class of the second of these roads; null where only one road meets itself or ends. */
  readonly crossClass: RoadClass | null
  readonly builtUp: boolean
}

export type LandUse =
  | 'residential'
  | 'commercial'
  | 'office'
  | 'industrial'
  | 'logistics'
  | 'school'
  | 'hospital'
  | 'park'
  | 'square'
  | 'scenic'
  | 'station'
  | 'market'
  | 'village'

export interface Block {
  readonly id: string
  readonly polygon: Polygon
  readonly use: LandUse
  readonly town: string
  readonly builtUp: boolean
  /** Given to blocks that deserve one (schools, hospitals, parks, squares, estates …). */
  readonly zh: string | null
  readonly en: string | null
  /** Residents. */
  readonly people: number
}

export interface Building {
  readonly id: string
  readonly polygon: Polygon
  /** Metres above ground. */
  readonly height: number
  readonly floors: number
  readonly use: LandUse
  readonly block: string
}

export interface NamedArea {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind: string
  readonly polygon: Polygon | MultiPolygon
}

export interface NamedLine {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind: string
  readonly line: LineString
}

interface PopulationCell {
  readonly id: string
  readonly polygon: Polygon
  readonly people: number
}

export interface City {
  readonly boundary: Polygon
  readonly towns: readonly Town[]
  /** Scopes: `built-up` 建成区, `dev-zone` 经济开发区, `mengzi-lake` 孟子湖新区. */
  readonly scopes: readonly NamedArea[]
  /** 城市规划区: larger than the built-up area. */
  readonly planningArea: Polygon
  readonly roads: readonly RoadSegment[]
  readonly junctions: readonly Junction[]
  readonly railways: readonly NamedLine[]
  readonly rivers: readonly NamedLine[]
  /** Lakes and reservoirs, and wide rivers as areas. */
  readonly water: readonly NamedArea[]
  /** Hills and woods. */
  readonly green: readonly NamedArea[]
  readonly blocks: readonly Block[]
  readonly buildings: readonly Building[]
  readonly population: readonly PopulationCell[]
}
