import { words } from './words'

const byZoom = (...stops: number[]) => ['interpolate', ['exponential', 1.5], ['zoom'], ...stops]

const road = (names: readonly string[], color: string, minzoom: number, width: unknown) => ({
  type: 'line',
  filter: ['in', ['get', 'class'], ['literal', names]],
  minzoom,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': width },
})

const label = (minzoom: number, size: unknown, color: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'symbol',
  minzoom,
  layout: { 'text-field': ['get', 'name'], 'text-size': size, 'text-padding': 6, 'text-max-width': 8, ...more },
  paint: { 'text-color': color, 'text-halo-color': '$labelHalo', 'text-halo-width': 1.4 },
})

function base(id: string, feed: string, zh: string, en: string, group: string, style: unknown[], more = {}) {
  return { id, feed, title: words(zh, en), group, base: true, style, ...more }
}

/** The city itself, low in contrast, under every map. */
export const baseLayers = [
  base('land', 'boundary', '市域', 'Land', 'ground', [{ type: 'fill', paint: { 'fill-color': '$land' } }]),
  base('green', 'green', '山林', 'Hills and woods', 'ground', [{ type: 'fill', paint: { 'fill-color': '$green' } }]),
  base(
    'blocks',
    'blocks',
    '用地',
    'Land use',
    'ground',
    [
      {
        type: 'fill',
        filter: ['in', ['get', 'use'], ['literal', ['park', 'square', 'scenic']]],
        paint: { 'fill-color': '$green', 'fill-opacity': 0.9 },
      },
      {
        type: 'fill',
        filter: ['!', ['in', ['get', 'use'], ['literal', ['park', 'square', 'scenic']]]],
        paint: { 'fill-color': '$ground2', 'fill-opacity': byZoom(11.5, 0.25, 14, 0.55) },
      },
    ],
    { minzoom: 11.2 },
  ),
  base('water', 'water', '水面', 'Water', 'ground', [
    { type: 'fill', paint: { 'fill-color': '$water' } },
    { type: 'line', minzoom: 12, paint: { 'line-color': '$waterLine', 'line-width': 0.8 } },
  ]),
  base('rivers', 'rivers', '河流', 'Rivers', 'ground', [
    {
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '$waterLine', 'line-width': byZoom(8, 0.6, 12, 1.6, 16, 5) },
    },
  ]),
  base(
    'streets',
    'streets',
    '街道',
    'Streets',
    'line',
    [
      road(['residential'], '$road1', 13, byZoom(13, 0.6, 15, 2, 18, 11)),
      road(['tertiary'], '$road1', 11.8, byZoom(11.8, 0.6, 14, 2, 18, 15)),
    ],
    { minzoom: 11.8 },
  ),
  base('railways', 'railways', '铁路', 'Railways', 'line', [
    { type: 'line', paint: { 'line-color': '$rail', 'line-width': byZoom(8, 0.8, 14, 2.2) } },
    {
      type: 'line',
      minzoom: 10,
      paint: { 'line-color': '$land', 'line-width': byZoom(10, 0.6, 14, 1.4), 'line-dasharray': [5, 5] },
    },
  ]),
  base('roads-major', 'roads-major', '主要道路', 'Major roads', 'line', [
    road(['secondary'], '$road2', 10.2, byZoom(10.2, 0.5, 14, 3, 18, 20)),
    road(['primary'], '$road2', 9, byZoom(9, 0.6, 14, 4, 18, 24)),
    road(['trunk'], '$road3', 7, byZoom(7, 0.6, 12, 2, 18, 24)),
    road(['motorway'], '$road3', 7, byZoom(7, 1, 12, 3, 18, 26)),
  ]),
  base('boundary', 'boundary', '市界', 'City boundary', 'line', [
    { type: 'line', paint: { 'line-color': '$border', 'line-width': byZoom(8, 1.2, 13, 2.4) } },
  ]),
  base('towns', 'towns', '镇街界', 'Town borders', 'line', [
    {
      type: 'line',
      minzoom: 9,
      paint: { 'line-color': '$border', 'line-width': 0.8, 'line-opacity': 0.45, 'line-dasharray': [4, 3] },
    },
  ]),
  base(
    'buildings',
    'buildings',
    '建筑',
    'Buildings',
    'building',
    [
      { type: 'fill', paint: { 'fill-color': '$building', 'fill-opacity': byZoom(12.3, 0.55, 13.6, 1) } },
      {
        type: 'fill-extrusion',
        paint: {
          'fill-extrusion-color': '$building',
          'fill-extrusion-height': ['get', 'height'],
          'fill-extrusion-opacity': 0.9,
        },
      },
    ],
    { minzoom: 12.3 },
  ),
  base('road-names', 'roads-major', '路名', 'Road names', 'label', [
    label(13.4, 11, '$label3', { 'symbol-placement': 'line', 'symbol-spacing': 420, 'text-max-angle': 30 }),
  ]),
  base('water-names', 'water', '水名', 'Water names', 'label', [label(11.5, 11, '$label3')]),
  base('green-names', 'green', '山名', 'Hill names', 'label', [
    // Woods without a name of their own are called after their kind: three dozen of them would say nothing.
    { ...label(11, 11, '$label3'), filter: ['!=', ['get', 'name'], '林地'] },
  ]),
  base('place-names', 'place-names', '地名', 'Place names', 'label', [
    {
      ...label(0, byZoom(8, 15, 12, 20), '$label1'),
      maxzoom: 12.5,
      filter: ['==', ['get', 'rank'], 1],
    },
    { ...label(9.2, byZoom(9, 11, 13, 15), '$label2'), filter: ['==', ['get', 'rank'], 2] },
  ]),
]
