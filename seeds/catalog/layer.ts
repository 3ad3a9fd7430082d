import { words } from './words'

export interface ClassItem {
  readonly value: string | number | boolean
  readonly title: { readonly zh: string; readonly en: string }
  readonly color: string
  readonly icon?: string
}

/** One class of a legend: value, words, colour of the palette, shape. */
export function kind(
  value: string | number | boolean,
  zh: string,
  en: string,
  color: string,
  icon?: string,
): ClassItem {
  return { value, title: words(zh, en), color, ...(icon === undefined ? {} : { icon }) }
}

export function classes(by: string, items: readonly ClassItem[], other?: Omit<ClassItem, 'value'>) {
  return { by: ['get', by], items, ...(other ? { other } : {}) }
}

interface LayerParts {
  readonly id: string
  readonly feed?: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly group: string
  readonly lens?: readonly string[]
  readonly filter?: unknown
  readonly style: readonly unknown[]
  readonly classes?: unknown
  readonly popup?: readonly string[]
  readonly label?: unknown
  readonly minzoom?: number
  readonly visible?: boolean
  readonly cluster?: boolean
}

/** A themed layer; its feed has the same id unless another is named. */
export function layer(parts: LayerParts) {
  const { id, feed = id, ...rest } = parts
  return { id, feed, ...rest }
}

/** A symbol in the colour and shape of its class, growing as the map comes nearer. */
export function classSymbol(near = 0.85, far = 0.45, more: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'symbol',
    layout: {
      'icon-image': '$class.icon',
      'icon-size': ['interpolate', ['linear'], ['zoom'], 10, far, 15, near],
      'icon-allow-overlap': true,
      ...more,
    },
    paint: { 'icon-color': '$class.color', 'icon-halo-color': '$labelHalo', 'icon-halo-width': 1 },
  }
}

/** A symbol of one shape and one colour. */
export function symbol(icon: string, color: unknown, near = 0.85, far = 0.45) {
  return {
    type: 'symbol',
    layout: {
      'icon-image': icon,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 10, far, 15, near],
      'icon-allow-overlap': true,
    },
    paint: { 'icon-color': color, 'icon-halo-color': '$labelHalo', 'icon-halo-width': 1 },
  }
}

/** A small dot, for what is many. */
export function dot(color: unknown, near = 4, far = 1.4) {
  return {
    type: 'circle',
    paint: {
      'circle-color': color,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, far, 16, near],
      'circle-opacity': 0.9,
    },
  }
}

/**
 * Density of points, in pixels of `radius` around each. A screen of points grows thinner fourfold with every zoom level,
 * and so the intensity grows: the densest places stay the brightest from the whole city down to a street.
 */
export function heat(radius: number, opacity: number) {
  const ramp = ['$seq0', '$seq1', '$seq2', '$seq3', '$seq4', '$seq5'].flatMap((color, index) => [
    0.08 + index * 0.184,
    color,
  ])
  return [
    {
      type: 'heatmap',
      paint: {
        'heatmap-radius': radius,
        'heatmap-intensity': ['interpolate', ['exponential', 4], ['zoom'], 10, 0.05, 13.5, 2],
        'heatmap-color': ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(0, 0, 0, 0)', ...ramp],
        'heatmap-opacity': opacity,
      },
    },
  ]
}

/** A faint fill with its edge. */
export function area(color: unknown, opacity = 0.22) {
  return [
    { type: 'fill', paint: { 'fill-color': color, 'fill-opacity': opacity } },
    { type: 'line', paint: { 'line-color': color, 'line-width': 1.2 } },
  ]
}
