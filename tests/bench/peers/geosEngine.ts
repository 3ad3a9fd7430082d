import initGeos from 'geos-wasm'

/** A geometry in GEOS's memory; free it with `destroy`. */
export type Geom = number

const MULTI_POINT = 4
const MULTI_LINE = 5
const MULTI_POLYGON = 6

/** A geometry with an index of its own. */
interface Prepared {
  /** Whether a place is inside or on the edge. */
  meets(x: number, y: number): boolean
  /** Whether a place is within a distance. */
  within(x: number, y: number, distance: number): boolean
}

/** The few verbs of GEOS that the benches and the fuzz use. Rings are flat [x, y, …], closed. Throws when GEOS does. */
export interface GeosEngine {
  readonly version: string
  polygon(rings: readonly Float64Array[]): Geom
  /** Takes the parts over: they are freed with the collection. */
  multiPolygon(parts: readonly Geom[]): Geom
  union(collection: Geom): Geom
  difference(a: Geom, b: Geom): Geom
  intersection(a: Geom, b: Geom): Geom
  /** The faces that lines cut the plane into, holes of faces included as faces of their own. */
  faces(lines: readonly Float64Array[]): Geom[]
  /** A place inside a polygon. */
  innerPlace(polygon: Geom): [number, number]
  isValid(geometry: Geom): boolean
  isEmpty(geometry: Geom): boolean
  clone(geometry: Geom): Geom
  /** Those of the geometries that meet the area, which is prepared for it. */
  meeting(area: Geom, geometries: readonly Geom[]): Geom[]
  area(geometry: Geom): number
  /** Points as one geometry; flat [x, y, …]. */
  points(flat: Float64Array): Geom
  /** Makes many questions to one geometry quick; kept until the process ends. */
  prepare(geometry: Geom): Prepared
  destroy(geometry: Geom): void
}

/** Loads GEOS, with its messages kept off the console: a failed call throws instead. */
export async function loadGeos(): Promise<GeosEngine> {
  let said = ''
  const geos = await initGeos({ errorHandler: (message) => (said = message), noticeHandler: () => {} })
  const { Module } = geos
  /** Room for one number. */
  const numberAt = Module._malloc(8)
  const made = (geometry: Geom): Geom => {
    if (!geometry) throw new Error(`GEOS: ${said || 'no result'}`)
    return geometry
  }
  const sequenceOf = (flat: Float64Array): number => {
    const at = Module._malloc(flat.byteLength)
    Module.HEAPF64.set(flat, at / 8)
    const sequence = made(geos.GEOSCoordSeq_copyFromBuffer(at, flat.length / 2, 0, 0))
    Module._free(at)
    return sequence
  }
  const linearRing = (ring: Float64Array): Geom => made(geos.GEOSGeom_createLinearRing(sequenceOf(ring)))
  const withPointers = <T>(geometries: readonly Geom[], use: (at: number) => T): T => {
    const at = Module._malloc(4 * geometries.length)
    Module.HEAPU32.set(geometries, at / 4)
    const result = use(at)
    Module._free(at)
    return result
  }
  const multiPolygon = (parts: readonly Geom[]): Geom =>
    made(withPointers(parts, (at) => geos.GEOSGeom_createCollection(MULTI_POLYGON, at, parts.length)))
  return {
    version: String(geos.GEOSversion()),
    polygon: (rings) => {
      const [shell, ...holes] = rings.map(linearRing)
      if (shell === undefined) throw new Error('a polygon needs a ring')
      return made(withPointers(holes, (at) => geos.GEOSGeom_createPolygon(shell, at, holes.length)))
    },
    multiPolygon,
    union: (collection) => made(geos.GEOSUnaryUnion(collection)),
    difference: (a, b) => made(geos.GEOSDifference(a, b)),
    intersection: (a, b) => made(geos.GEOSIntersection(a, b)),
    faces: (lines) => {
      const strings = lines.map((line) => made(geos.GEOSGeom_createLineString(sequenceOf(line))))
      const all = made(withPointers(strings, (at) => geos.GEOSGeom_createCollection(MULTI_LINE, at, strings.length)))
      const noded = made(geos.GEOSUnaryUnion(all))
      const polygons = made(withPointers([noded], (at) => geos.GEOSPolygonize(at, 1)))
      const faces = Array.from({ length: geos.GEOSGetNumGeometries(polygons) }, (_, i) =>
        made(geos.GEOSGeom_clone(geos.GEOSGetGeometryN(polygons, i))),
      )
      for (const geometry of [all, noded, polygons]) geos.GEOSGeom_destroy(geometry)
      return faces
    },
    innerPlace: (polygon) => {
      const place = made(geos.GEOSPointOnSurface(polygon))
      geos.GEOSGeomGetX(place, numberAt)
      const x = Module.HEAPF64[numberAt / 8]!
      geos.GEOSGeomGetY(place, numberAt)
      const y = Module.HEAPF64[numberAt / 8]!
      geos.GEOSGeom_destroy(place)
      return [x, y]
    },
    isValid: (geometry) => geos.GEOSisValid(geometry) === 1,
    isEmpty: (geometry) => geos.GEOSisEmpty(geometry) === 1,
    clone: (geometry) => made(geos.GEOSGeom_clone(geometry)),
    meeting: (area, geometries) => {
      const prepared = geos.GEOSPrepare(area)
      const met = geometries.filter((geometry) => geos.GEOSPreparedIntersects(prepared, geometry) === 1)
      geos.GEOSPreparedGeom_destroy(prepared)
      return met
    },
    area: (geometry) => {
      geos.GEOSArea(geometry, numberAt)
      return Module.HEAPF64[numberAt / 8]!
    },
    points: (flat) => {
      const places = Array.from({ length: flat.length / 2 }, (_, i) =>
        made(geos.GEOSGeom_createPointFromXY(flat[i * 2]!, flat[i * 2 + 1]!)),
      )
      return made(withPointers(places, (at) => geos.GEOSGeom_createCollection(MULTI_POINT, at, places.length)))
    },
    prepare: (geometry) => {
      const prepared = geos.GEOSPrepare(geometry)
      return {
        meets: (x, y) => geos.GEOSPreparedIntersectsXY(prepared, x, y) === 1,
        within: (x, y, distance) => {
          const place = made(geos.GEOSGeom_createPointFromXY(x, y))
          const near = geos.GEOSPreparedDistanceWithin(prepared, place, distance) === 1
          geos.GEOSGeom_destroy(place)
          return near
        },
      }
    },
    destroy: (geometry) => {
      geos.GEOSGeom_destroy(geometry)
    },
  }
}
