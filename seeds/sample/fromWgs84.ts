import gcoord from 'gcoord'
import type { Polygon, Position } from 'geojson'
import proj4 from 'proj4'

const zone39 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs'

function convert(position: Position, crs: 'gcj02' | 'EPSG:4527'): Position {
  const [longitude, latitude] = position
  if (crs === 'gcj02') {
    const shifted = gcoord.transform([longitude!, latitude!], gcoord.WGS84, gcoord.GCJ02)
    return shifted.map((value) => Math.round(value * 1e6) / 1e6)
  }
  return proj4('WGS84', zone39, [longitude!, latitude!]).map((value) => Math.round(value * 100) / 100)
}

/** The polygon as an office that works in another coordinate system would hand it over. */
export function fromWgs84(polygon: Polygon, crs: 'gcj02' | 'EPSG:4527'): Polygon {
  return {
    type: 'Polygon',
    coordinates: polygon.coordinates.map((ring) => ring.map((position) => convert(position, crs))),
  }
}
