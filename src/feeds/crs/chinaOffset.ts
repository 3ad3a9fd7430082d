import gcoord from 'gcoord'

type Pair = readonly [number, number]

/** Degrees; a thousandth of the 1e-7 that is promised. */
const CLOSE = 1e-10
const MOST_STEPS = 40

/** WGS84 to GCJ-02, as maps published in China show it. */
export function toGcj02([longitude, latitude]: Pair): Pair {
  return pair(gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02))
}

/** WGS84 to BD-09, Baidu's further offset upon GCJ-02. */
export function toBd09([longitude, latitude]: Pair): Pair {
  return pair(gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.BD09))
}

/** GCJ-02 to WGS84, exact to far below 1e-7 degree. */
export const fromGcj02 = (shifted: Pair): Pair => invert(toGcj02, shifted)

/** BD-09 to WGS84, exact to far below 1e-7 degree. */
export const fromBd09 = (shifted: Pair): Pair => invert(toBd09, shifted)

/**
 * The position whose offset image is `shifted`: the published offsets have no closed inverse, but they are so nearly
 * constant that subtracting what is still missing ends within a few steps. What is no position in degrees stays as it is.
 */
function invert(forward: (position: Pair) => Pair, shifted: Pair): Pair {
  let [longitude, latitude] = shifted
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return shifted
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const image = forward([longitude, latitude])
    const east = image[0] - shifted[0]
    const north = image[1] - shifted[1]
    longitude -= east
    latitude -= north
    if (Math.abs(east) < CLOSE && Math.abs(north) < CLOSE) break
  }
  return [longitude, latitude]
}

function pair(position: readonly number[]): Pair {
  return [position[0] ?? Number.NaN, position[1] ?? Number.NaN]
}
