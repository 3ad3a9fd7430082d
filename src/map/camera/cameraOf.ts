import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera } from '#state/view.ts'

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** The camera, rounded to what a link needs: 1e-5° is about a metre. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return {
    longitude: rounded(lng, 5),
    latitude: rounded(lat, 5),
    zoom: rounded(map.getZoom(), 2),
    bearing: rounded(map.getBearing(), 1),
    pitch: rounded(map.getPitch(), 1),
  }
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return (
    a.longitude === b.longitude &&
    a.latitude === b.latitude &&
    a.zoom === b.zoom &&
    a.bearing === b.bearing &&
    a.pitch === b.pitch
  )
}
