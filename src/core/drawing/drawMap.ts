import type { Geometry } from 'geojson'
import type { Bounds } from '../geo/boundsOf'
import { escapeMarkup } from './escapeMarkup'
import { furniture, type MapWords, rounded, textAt } from './furniture'
import { pathOf, pointsOf } from './pathOf'
import { type PlanarView, planarView } from './planarView'

/** What a layer of a drawing is about: its look follows. */
export type DrawnLook = 'region' | 'road' | 'outline' | 'cover' | 'covered' | 'excluded' | 'gap' | 'uncovered' | 'site'

/** Of a drawing, bottom first. */
export interface DrawnLayer {
  readonly look: DrawnLook
  readonly geometries: Iterable<Geometry>
}

/** A place pointed out: something that is put there, changed or gone, or what the drawing is about. */
export interface DrawnMark {
  readonly at: readonly [longitude: number, latitude: number]
  readonly look: 'put' | 'changed' | 'gone' | 'here'
  /** Beside the mark. */
  readonly text: string
}

export interface MapDrawing {
  readonly bounds: Bounds
  readonly width: number
  readonly height: number
  readonly layers: Iterable<DrawnLayer>
  /** Names of places. */
  readonly names: readonly { readonly at: readonly [number, number]; readonly text: string }[]
  readonly marks: readonly DrawnMark[]
  readonly words: MapWords
}

interface Look {
  /** Presentation attributes of lines and areas. */
  readonly path: string
  /** Of points, with their radius. */
  readonly point?: readonly [radius: number, attributes: string]
}

/**
 * Attributes, not styles: a page that allows no inline style draws them all the same. Uncovered is hatched and ringed, so
 * that it survives a printer without colours.
 */
const LOOKS: Readonly<Record<DrawnLook, Look>> = {
  region: { path: 'fill="#f7f8fa" stroke="none"' },
  road: { path: 'fill="none" stroke="#c3ccd8" stroke-width="0.8"' },
  outline: { path: 'fill="none" stroke="#8798ab" stroke-width="1" stroke-dasharray="6 3"' },
  cover: { path: 'fill="#1f8a5f" fill-opacity="0.1" stroke="#1f8a5f" stroke-opacity="0.6" stroke-width="0.8"' },
  covered: {
    path: 'fill="#1f8a5f" fill-opacity="0.25" stroke="#1f8a5f" stroke-width="1"',
    point: [2.6, 'fill="#1f8a5f" stroke="#fff" stroke-width="0.6"'],
  },
  excluded: {
    path: 'fill="none" stroke="#66758a" stroke-width="1" stroke-dasharray="2 2"',
    point: [2.6, 'fill="#fff" stroke="#66758a" stroke-width="1"'],
  },
  gap: {
    path: 'fill="url(#hatch)" stroke="#b86a00" stroke-width="1.2"',
    point: [4, 'fill="none" stroke="#b86a00" stroke-width="1.6"'],
  },
  uncovered: {
    path: 'fill="none" stroke="#b86a00" stroke-width="1.2"',
    point: [3.2, 'fill="#fff" stroke="#b86a00" stroke-width="1.8"'],
  },
  site: {
    path: 'fill="none" stroke="#1f8a5f" stroke-width="0.8"',
    point: [1.6, 'fill="#16202c" stroke="#fff" stroke-width="0.4"'],
  },
}

/** Lines that are not covered have no inside to hatch. */
const OPEN_LINE = 'fill="none" stroke="#b86a00" stroke-width="2.4" stroke-dasharray="5 3"'

/**
 * A map as the text of an SVG element, in pieces, with the light colours of paper: no picture, font, script or style from
 * elsewhere. Bounds are seen whole, north is up, and the bar of the scale is as long as it says.
 */
export function* drawMap(drawing: MapDrawing): Generator<string> {
  const { width, height, words } = drawing
  const view = planarView(drawing.bounds, width, height)
  const title = escapeMarkup(words.title)
  yield `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}"><title>${title}</title>`
  yield '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#b86a00" fill-opacity="0.12"/><path d="M0 0V5" stroke="#b86a00" stroke-width="1.6"/></pattern></defs>'
  yield `<rect width="${width}" height="${height}" fill="#fff"/>`
  for (const layer of drawing.layers) yield* drawLayer(layer, view)
  for (const { at, text } of drawing.names) {
    const [x, y] = view.place([...at])
    if (isSeen(x, y, view)) yield textAt(x, y, text, `font-size="10" fill="#50606f" text-anchor="middle"`)
  }
  for (const mark of drawing.marks) yield drawMark(mark, view)
  yield furniture(view, words)
  yield '</svg>'
}

function* drawLayer({ look, geometries }: DrawnLayer, view: PlanarView): Generator<string> {
  const { path, point } = LOOKS[look]
  yield `<g data-look="${look}" ${path}>`
  for (const geometry of geometries) {
    const d = pathOf(geometry, view)
    const open = look === 'gap' && geometry.type.endsWith('LineString') ? ` ${OPEN_LINE}` : ''
    if (d !== '') yield `<path d="${d}" fill-rule="evenodd"${open}/>`
    else if (point) {
      const [radius, attributes] = point
      for (const [x, y] of pointsOf(geometry, view))
        yield `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${radius}" ${attributes}/>`
    } else yield ''
  }
  yield '</g>'
}

function drawMark({ at, look, text }: DrawnMark, view: PlanarView): string {
  const [x, y] = view.place([...at])
  if (!isSeen(x, y, view)) return ''
  const [cx, cy] = [rounded(x), rounded(y)]
  const shape = {
    put: `<path d="M${cx} ${cy}m-6 0h12m-6 -6v12" stroke="#0078c2" stroke-width="3"/><circle cx="${cx}" cy="${cy}" r="8" fill="none" stroke="#0078c2" stroke-width="1.6"/>`,
    changed: `<circle cx="${cx}" cy="${cy}" r="8" fill="none" stroke="#0078c2" stroke-width="2"/>`,
    gone: `<path d="M${cx} ${cy}m-5 -5l10 10m0 -10l-10 10" stroke="#c9231c" stroke-width="2.4"/>`,
    here: `<circle cx="${cx}" cy="${cy}" r="11" fill="none" stroke="#16202c" stroke-width="1.6" stroke-dasharray="4 2"/>`,
  }[look]
  return `<g data-mark="${look}">${shape}${text === '' ? '' : textAt(x + 11, y + 4, text, 'font-size="11" font-weight="600" fill="#16202c"')}</g>`
}

const isSeen = (x: number, y: number, { width, height }: PlanarView): boolean =>
  x >= 0 && x <= width && y >= 0 && y <= height
