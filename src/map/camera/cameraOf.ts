import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera } from '#state/view.ts'

/** Every camera move ends within 1.2 seconds; where the user asked for less motion it is a jump. */
export const FLIGHT = 1100
export const SETTLE = 320

/** Duration in milliseconds to use for a move of `wanted` milliseconds. */
export function duration(wanted: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wanted
}

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

/** Where to go: [longitude, latitude], or [west, south, east, north] to be seen whole. */
export type FlyTarget = readonly [number, number] | readonly [number, number, number, number]

export interface Flight {
  readonly target: FlyTarget
  /** Zoom for a single place; at least street level when absent. */
  readonly zoom?: number | undefined
}

let waiting: Flight | null = null
let pilot: ((flight: Flight) => void) | null = null

/** Moves the map, once there is one and no hand is on it; of several requests that wait, the newest wins. */
export function flyTo(target: FlyTarget, options: { readonly zoom?: number } = {}): void {
  const flight = { target, zoom: options.zoom }
  if (pilot) pilot(flight)
  else waiting = flight
}

/** The map takes the controls; the returned function gives them back. */
export function takeControls(take: (flight: Flight) => void): () => void {
  pilot = take
  if (waiting) take(waiting)
  waiting = null
  return () => {
    if (pilot === take) pilot = null
  }
}
