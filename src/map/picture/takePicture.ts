import type { Map as MapLibreMap } from 'maplibre-gl'
import { metresPerPixel } from '../instruments/scaleLength'

/** What the map shows in its free frame, as it is printed. */
export interface MapPicture {
  /** A `data:` address. */
  readonly url: string
  /** Of the frame, in pixels of the page: the picture itself has several to each. */
  readonly width: number
  readonly height: number
  /** Metres that a pixel of the page spans in its middle; null for a map that is tilted, which has no one scale. */
  readonly metresPerPixel: number | null
  /** Degrees clockwise from north of what is up. */
  readonly bearing: number
}

/** Pixels of the picture to one of the page: paper wants three times what a screen has. */
const FINE = 3
/** A map that is not drawn by then has no picture, milliseconds. */
const LONGEST = 12_000
const QUALITY = 0.92

/**
 * Draws the map finely once, takes the part that no panel covers, and draws it again as it was. The picture is taken within
 * the frame that drew it: a canvas that is not kept is empty after that.
 * @throws Error when the map does not come to rest
 */
export async function takePicture(map: MapLibreMap, legible: () => Promise<() => void>): Promise<MapPicture> {
  const ratio = map.getPixelRatio()
  const canvas = map.getCanvas()
  const restore = await legible()
  try {
    map.setPixelRatio(Math.max(ratio, FINE))
    await atRest(map)
    const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding()
    const width = Math.round(canvas.clientWidth - left - right)
    const height = Math.round(canvas.clientHeight - top - bottom)
    const fine = canvas.width / canvas.clientWidth
    const cut = document.createElement('canvas')
    cut.width = Math.round(width * fine)
    cut.height = Math.round(height * fine)
    await new Promise<void>((done) => {
      map.once('render', () => {
        cut
          .getContext('2d')
          ?.drawImage(canvas, left * fine, top * fine, cut.width, cut.height, 0, 0, cut.width, cut.height)
        done()
      })
      map.triggerRepaint()
    })
    const { lat } = map.unproject([left + width / 2, top + height / 2])
    return {
      url: await addressOf(cut),
      width,
      height,
      metresPerPixel: map.getPitch() > 0 ? null : metresPerPixel(lat, map.getZoom()),
      bearing: map.getBearing(),
    }
  } finally {
    map.setPixelRatio(ratio)
    restore()
  }
}

const atRest = (map: MapLibreMap): Promise<void> =>
  new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('the map does not come to rest')), LONGEST)
    map.once('idle', () => {
      clearTimeout(late)
      done()
    })
    map.triggerRepaint()
  })

function addressOf(canvas: HTMLCanvasElement): Promise<string> {
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => {
        if (!blob) return fail(new Error('no picture'))
        const reader = new FileReader()
        reader.onload = () => done(String(reader.result))
        reader.onerror = () => fail(new Error('no picture'))
        reader.readAsDataURL(blob)
      },
      'image/jpeg',
      QUALITY,
    ),
  )
}
