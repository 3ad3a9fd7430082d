import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { LABEL_FONT } from '#layers/labelLayer.ts'
import { labelFonts } from './style/labelFonts'

setWorkerUrl(workerUrl)

/**
 * Longest side of the map's canvas in pixels. Walls are wider than the 4096 that MapLibre stops at; layers drawn aside and
 * then laid over the map need a texture as large as the canvas.
 */
function longestCanvas(): number {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return 4096
  const longest: number = gl.getParameter(gl.MAX_TEXTURE_SIZE)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return longest
}

export interface MapStart {
  readonly container: HTMLElement
  /** [west, south, east, north] */
  readonly bounds: readonly [number, number, number, number]
  readonly interactive: boolean
  /** Accessible name of the map. */
  readonly title: string
}

/**
 * The map with an empty style: everything it shows is added to it while it runs.
 * @throws GPUInitializationError where there is no WebGL2
 */
export function createMap({ container, bounds, interactive, title }: MapStart): MapLibreMap {
  const [west, south, east, north] = bounds
  const longest = longestCanvas()
  return new MapLibreMap({
    container,
    bounds: [west, south, east, north],
    interactive,
    style: {
      version: 8,
      'font-faces': labelFonts(),
      // Flat, soft and from above: walls differ just enough from roofs to be read as bodies.
      light: { anchor: 'viewport', color: '#ffffff', intensity: 0.22, position: [1.2, 200, 35] },
      sources: {},
      layers: [],
    },
    localIdeographFontFamily: LABEL_FONT[0],
    locale: { 'Map.Title': title },
    attributionControl: false,
    minZoom: 7,
    maxZoom: 19.5,
    maxPitch: 68,
    maxCanvasSize: [longest, longest],
    fadeDuration: 150,
    renderWorldCopies: false,
    canvasContextAttributes: { antialias: false },
  })
}
