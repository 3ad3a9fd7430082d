const FAR = 1e20

/**
 * Squared distance to the nearest seed along one line, in place.
 * Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions" (2012): the lower envelope of parabolas.
 */
function transformLine(grid: Float64Array, offset: number, stride: number, length: number): void {
  const values = new Float64Array(length)
  const vertices = new Int32Array(length)
  const borders = new Float64Array(length + 1)
  for (let q = 0; q < length; q++) values[q] = grid[offset + q * stride]!
  borders[0] = -FAR
  borders[1] = FAR
  let top = 0
  for (let q = 1; q < length; q++) {
    let crossing: number
    do {
      const vertex = vertices[top]!
      crossing = (values[q]! - values[vertex]! + q * q - vertex * vertex) / (q - vertex) / 2
    } while (crossing <= borders[top]! && --top > -1)
    top++
    vertices[top] = q
    borders[top] = crossing
    borders[top + 1] = FAR
  }
  top = 0
  for (let q = 0; q < length; q++) {
    while (borders[top + 1]! < q) top++
    const vertex = vertices[top]!
    grid[offset + q * stride] = values[vertex]! + (q - vertex) ** 2
  }
}

function transform(grid: Float64Array, width: number, height: number): void {
  for (let x = 0; x < width; x++) transformLine(grid, x, width, height)
  for (let y = 0; y < height; y++) transformLine(grid, y * width, 1, width)
}

/**
 * Signed-distance image of a shape, in the form MapLibre expects of an SDF: 191 on the edge, rising inwards, one step of
 * 255 spread over `radius` pixels.
 * @param alpha coverage of each pixel, 0 to 255, row by row
 * @param radius how many pixels around the edge carry a distance
 * @returns alpha of the distance image, same size
 */
export function distanceField(
  alpha: Uint8ClampedArray,
  width: number,
  height: number,
  radius: number,
): Uint8ClampedArray {
  const outer = new Float64Array(width * height)
  const inner = new Float64Array(width * height)
  for (let index = 0; index < alpha.length; index++) {
    const coverage = alpha[index]! / 255
    // A half-covered pixel lies on the edge itself; its coverage tells how far the edge is from its middle.
    outer[index] = coverage === 1 ? 0 : coverage === 0 ? FAR : Math.max(0, 0.5 - coverage) ** 2
    inner[index] = coverage === 1 ? FAR : coverage === 0 ? 0 : Math.max(0, coverage - 0.5) ** 2
  }
  transform(outer, width, height)
  transform(inner, width, height)
  const field = new Uint8ClampedArray(alpha.length)
  for (let index = 0; index < field.length; index++) {
    const distance = Math.sqrt(outer[index]!) - Math.sqrt(inner[index]!)
    field[index] = Math.round(255 - 255 * (distance / radius + 0.25))
  }
  return field
}
