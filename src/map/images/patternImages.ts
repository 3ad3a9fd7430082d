import type { Map as MapLibreMap } from 'maplibre-gl'
import { type PaletteTheme, palettes } from '#layers/palettes.ts'
import { patternImage } from '#layers/styleTokens.ts'

const PIXEL_RATIO = 2
/** Map pixels of one repeat; even, so that the hatch meets itself at the seams. */
const REPEAT = 10

function draw(paint: (context: CanvasRenderingContext2D, size: number) => void): ImageData | null {
  const size = REPEAT * PIXEL_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) return null
  paint(context, size)
  return context.getImageData(0, 0, size, size)
}

/** Diagonal strokes over a faint ground of the same colour. */
function hatch(color: string): ImageData | null {
  return draw((context, size) => {
    context.globalAlpha = 0.14
    context.fillStyle = color
    context.fillRect(0, 0, size, size)
    context.globalAlpha = 1
    context.strokeStyle = color
    context.lineWidth = size * 0.16
    context.lineCap = 'square'
    // Three parallel strokes, so that the corners of neighbouring repeats join without a notch.
    for (const shift of [-size, 0, size]) {
      context.beginPath()
      context.moveTo(shift, size)
      context.lineTo(shift + size, 0)
      context.stroke()
    }
  })
}

function dots(color: string): ImageData | null {
  return draw((context, size) => {
    context.globalAlpha = 0.12
    context.fillStyle = color
    context.fillRect(0, 0, size, size)
    context.globalAlpha = 1
    for (const [x, y] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const) {
      context.beginPath()
      context.arc(x * size, y * size, size * 0.11, 0, 2 * Math.PI)
      context.fill()
    }
  })
}

/** Adds the hatch of gaps and the dots of the unknown, once for each theme. */
export function addPatternImages(map: MapLibreMap): void {
  const themes: readonly PaletteTheme[] = ['dark', 'light']
  for (const theme of themes) {
    const images = { hatch: hatch(palettes[theme].gap), dots: dots(palettes[theme].unknown) }
    for (const pattern of ['hatch', 'dots'] as const) {
      const name = patternImage(pattern, theme)
      const image = images[pattern]
      if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: PIXEL_RATIO })
    }
  }
}
