/** Metres per pixel at zoom 0 on the equator, for tiles of 512 pixels and the Web Mercator radius. */
const METRES_PER_PIXEL = (2 * Math.PI * 6378137) / 512

/** Metres that one pixel spans at a latitude (degrees) and zoom. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (METRES_PER_PIXEL * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
}

/** The longest round length (1, 2 or 5 times a power of ten, metres) that is no wider than `pixels`. */
export function scaleLength(perPixel: number, pixels: number): { readonly metres: number; readonly pixels: number } {
  const widest = perPixel * pixels
  const power = 10 ** Math.floor(Math.log10(widest))
  const factor = [5, 2, 1].find((candidate) => candidate * power <= widest) ?? 1
  const metres = factor * power
  return { metres, pixels: metres / perPixel }
}
