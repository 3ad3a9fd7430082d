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
