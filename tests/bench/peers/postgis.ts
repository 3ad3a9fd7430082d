import { percentile } from '../alternate'
import type { PlaneCity } from '../inputs/planeCity'
import { PEER_SEGMENTS } from './coveragePeer'
import { coverRing } from './coverRing'
import type { PostgisServer } from './postgisServer'

export interface PostgisCoverage {
  /** Milliseconds: the median of five runs. */
  readonly time: number
  /** Square metres covered of the areas that no one disc holds, by their index. */
  readonly covered: ReadonlyMap<number, number>
}

/** As the other peers do it: held areas left out, the covers that meet an area united, one difference. */
const MEASURED = `
  SELECT a.id, ST_Area(a.geom) - ST_Area(COALESCE(ST_Difference(a.geom, near.geom), a.geom)) AS covered
  FROM areas a, LATERAL (SELECT ST_Union(s.geom) AS geom FROM sites s WHERE ST_Intersects(s.geom, a.geom)) near
  WHERE NOT EXISTS (
    SELECT FROM sites h WHERE h.geom && a.geom AND h.disc AND ST_MaxDistance(a.geom, h.centre) <= h.radius)`
const RUNS = 5

/** Coverage of a city by PostGIS, tables and indexes made before. */
export function postgisCoverage(server: PostgisServer, { areas, covers }: PlaneCity): PostgisCoverage {
  const ring = (places: Iterable<string>): string => `(${[...places].join(',')})`
  const areaRows = areas.map(
    (area, id) => `${id}\tPOLYGON(${area.map((points) => ring(points.map(([x, y]) => `${x} ${y}`))).join(',')})`,
  )
  const siteRows = covers.flatMap((cover) => {
    const flat = coverRing(cover, PEER_SEGMENTS)
    if (!flat) return []
    const places = Array.from({ length: flat.length / 2 }, (_, i) => `${flat[i * 2]} ${flat[i * 2 + 1]}`)
    const { x, y, radius, azimuth } = cover
    return [`${azimuth === null}\t${radius}\tPOINT(${x} ${y})\tPOLYGON(${ring(places)})`]
  })
  server.run(`
DROP TABLE IF EXISTS areas, sites;
CREATE TABLE areas (id int, geom geometry);
CREATE TABLE sites (disc boolean, radius float8, centre geometry, geom geometry);
COPY areas FROM stdin;
${areaRows.join('\n')}
\\.
COPY sites FROM stdin;
${siteRows.join('\n')}
\\.
CREATE INDEX ON areas USING gist (geom);
CREATE INDEX ON sites USING gist (geom);
ANALYZE areas;
ANALYZE sites;`)
  const rows = server.run(`${MEASURED};`).trim().split('\n')
  const timed = `SELECT sum(covered) FROM (${MEASURED}) AS measured;\n`
  const said = server.run(`${timed}\\timing on\n${timed.repeat(RUNS)}`)
  const times = [...said.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, time]) => Number(time))
  return {
    time: percentile(times, 0.5),
    covered: new Map(rows.map((row) => row.split('|').map(Number) as [number, number])),
  }
}
