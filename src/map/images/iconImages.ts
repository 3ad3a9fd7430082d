import type { Map as MapLibreMap } from 'maplibre-gl'
import { ICONS } from '#layers/icons.ts'
import { distanceField } from './distanceField'

/** Image pixels per map pixel: crisp on a wall and on dense displays, small enough to draw at once. */
const PIXEL_RATIO = 3
/** Map pixels of the drawing box, and of the room around it that a halo needs. */
const BOX = 24
const MARGIN = 4
/** MapLibre's shader spreads a distance image over eight map pixels. */
const SPREAD = 8

/** Adds every pictogram under its own name as a signed-distance image of 24 map pixels, so that it takes any colour. */
export function addIconImages(map: MapLibreMap): void {
  const size = (BOX + 2 * MARGIN) * PIXEL_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  for (const [name, path] of Object.entries(ICONS)) {
    if (map.hasImage(name)) continue
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, size, size)
    context.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, MARGIN * PIXEL_RATIO, MARGIN * PIXEL_RATIO)
    context.fill(new Path2D(path), 'evenodd')
    const { data } = context.getImageData(0, 0, size, size)
    const alpha = new Uint8ClampedArray(size * size)
    for (let index = 0; index < alpha.length; index++) alpha[index] = data[index * 4 + 3]!
    const field = distanceField(alpha, size, size, SPREAD * PIXEL_RATIO)
    const pixels = new Uint8ClampedArray(size * size * 4)
    for (let index = 0; index < field.length; index++) pixels[index * 4 + 3] = field[index]!
    map.addImage(name, new ImageData(pixels, size, size), { sdf: true, pixelRatio: PIXEL_RATIO })
  }
}
