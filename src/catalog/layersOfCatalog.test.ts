import { describe, expect, it } from 'vitest'
import { pathsOf } from './parseCatalogFixture'

describe('colours and expressions of layers', () => {
  const layer = (more: Record<string, unknown>) => ({ layers: [{ id: 'l', feed: 'areas', ...more }] })
  const classes = (color: string) =>
    layer({ classes: { by: ['get', 'kind'], items: [{ value: 'a', title: 'A', color }] } })

  it.each(['$covered', '$starUnknown', '#3FB68B', 'red', 'rgb(1, 2, 3)', 'hsla(120, 50%, 50%, 0.5)'])(
    '%s is a colour',
    (color) => {
      expect(pathsOf(classes(color))).toEqual([])
    },
  )

  it.each(['$mauve', '#12', 'reddish', '', '$', 'rgb(1,2'])('"%s" is none', (color) => {
    expect(pathsOf(classes(color))).toEqual(['layers[0].classes.items[0].color'])
  })

  it('names a colour of the palette that is none, in the class of the rest and in a style', () => {
    const other = { by: ['get', 'kind'], items: [], other: { title: 'rest', color: '$nope' } }
    const paint = { 'fill-color': ['case', ['has', 'a'], '$mauve', '$class.color'], 'fill-pattern': '$hatch' }
    expect(pathsOf(layer({ classes: other, style: [{ type: 'fill', paint }] }))).toEqual([
      'layers[0].classes.other.color',
      'layers[0].style[0].paint.fill-color[2]',
    ])
  })

  it('refuses expressions that no map and no computation would end with', () => {
    const deep = Array.from({ length: 80 }).reduce<unknown>((inner) => ['!', inner], ['has', 'a'])
    const grown = Array.from({ length: 40 }).reduceRight<unknown>(
      (inner, _, at) => ['let', `v${at + 1}`, ['concat', ['var', `v${at}`], ['var', `v${at}`]], inner],
      ['var', 'v40'],
    )
    const wide = ['let', 'v0', ['get', 'name'], grown]
    expect(pathsOf({ ...layer({ filter: ['all', deep] }), scopes: [{ id: 's', feed: 'areas', where: deep }] })).toEqual(
      ['scopes[0].where', 'layers[0].filter'],
    )
    expect(pathsOf({ scopes: [{ id: 's', feed: 'areas', where: ['==', wide, 'x'] }] })).toEqual(['scopes[0].where'])
  })
})

describe('layer styles', () => {
  const style = (...layers: unknown[]) => ({ layers: [{ id: 'l', feed: 'areas', style: layers }] })
  it('accepts what MapLibre does, palette names, and deck.gl kinds', () => {
    const good = style(
      {
        type: 'fill',
        paint: { 'fill-color': '$class.color', 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0, 14, 1] },
      },
      { type: 'line', paint: { 'line-color': ['match', ['get', 'kind'], 'a', '$red', '$blue'] }, minzoom: 10 },
      { type: 'symbol', layout: { 'text-field': ['get', 'name'], 'icon-image': '$class.icon' } },
      { deck: 'hexagon', anything: true },
      { deck: 'trips' },
    )
    expect(pathsOf(good)).toEqual([])
  })

  it.each([
    ['layers[0].style[0].paint.fill-colour', { type: 'fill', paint: { 'fill-colour': 'red' } }],
    ['layers[0].style[0].paint.fill-color', { type: 'fill', paint: { 'fill-color': 7 } }],
    ['layers[0].style[0].layout.visibility', { type: 'fill', layout: { visibility: 'maybe' } }],
    ['layers[0].style[0].type', { type: 'fills' }],
    ['layers[0].style[0].type', { paint: {} }],
    ['layers[0].style[0].deck', { deck: 'heatmap', radius: 40 }],
    ['layers[0].style[0].deck', { deck: 'scatter' }],
    ['layers[0].style[0].deck', { deck: 'hexgon' }],
    ['layers[0].style[0].deck', { deck: 7 }],
    ['layers[0].style[0].source', { type: 'fill', source: 'mine' }],
  ])('%s', (path, layer) => {
    expect(pathsOf(style(layer))).toEqual([path])
  })
})
