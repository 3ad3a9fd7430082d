/**
 * Coordinate reference systems a feed may be in. Order is easting, northing (longitude, latitude). EPSG 4491-4501 and
 * 4513-4533 (CGCS2000 Gauss-Krüger, 6° and 3°) carry the zone number before the easting; 4502-4512 and 4534-4554 do not.
 */
const GAUSS_KRUGER = Array.from({ length: 4554 - 4491 + 1 }, (_, index) => `EPSG:${4491 + index}`)

export const CRS_NAMES: readonly string[] = [
  'wgs84',
  'cgcs2000',
  'gcj02',
  'bd09',
  'EPSG:4326',
  'EPSG:4490',
  'EPSG:3857',
  ...GAUSS_KRUGER,
  'EPSG:32649',
  'EPSG:32650',
  'EPSG:32651',
]

/** Fixed words of the catalog, apart from its schema so that the page can use them without the schema library. */

/** Z-order groups of layers, bottom first. */
export const GROUPS = [
  'ground',
  'area',
  'coverage',
  'gap',
  'line',
  'building',
  'point',
  'live',
  'alarm',
  'label',
] as const

/** What deck.gl draws because MapLibre cannot; each has its drawing in `map/deck`. */
export const DECK_KINDS = ['hexagon'] as const

/** Kinds that the contract names and the app does not draw yet: a catalog may hold them. */
export const DECK_KINDS_TO_COME = ['trips', 'arcs'] as const

/** Protocols that feeds are read by; each has its reader in `feeds/protocols`. */
export const SOURCE_TYPES = ['geojson', 'cap', 'csv', 'geojsonseq', 'topojson', 'shapefile'] as const

/** How changes of a feed arrive; each has its transport in `feeds/live`. */
export const LIVE_TYPES = ['sse', 'websocket', 'mqtt', 'demo'] as const

/**
 * The roles of every colour of the app, defined once and read by map paint, legend, chart and CSS alike. The roles are fixed; values
 * may be tuned while looking. Warning colours (`red` to `blue`) are for warnings and risk only, `accent` for selection
 * and focus only.
 */
export const PALETTE_ROLES = [
  'ground0',
  'ground1',
  'ground2',
  'ground3',
  'text1',
  'text2',
  'text3',
  'accent',
  'covered',
  'gap',
  'unknown',
  'red',
  'orange',
  'yellow',
  'blue',
  'land',
  'water',
  'waterLine',
  'green',
  'road1',
  'road2',
  'road3',
  'rail',
  'building',
  'border',
  'labelHalo',
  'label1',
  'label2',
  'label3',
  'op1',
  'op2',
  'op3',
  'cat1',
  'cat2',
  'cat3',
  'cat4',
  'cat5',
  'cat6',
  'cat7',
  'cat8',
  'seq0',
  'seq1',
  'seq2',
  'seq3',
  'seq4',
  'seq5',
  'star0',
  'star1',
  'star2',
  'star3',
  'star4',
  'star5',
  'starUnknown',
] as const

/** 优政 惠民 兴业 强基: the lenses of a catalog that names none, each a theme of the county standard. */
export const USUAL_LENSES = [
  { id: 'youzheng', title: { zh: '优政', en: 'Government' }, categories: ['数字政府'] },
  { id: 'huimin', title: { zh: '惠民', en: 'Citizens' }, categories: ['数字惠民'] },
  { id: 'xingye', title: { zh: '兴业', en: 'Business' }, categories: ['数字经济'] },
  { id: 'qiangji', title: { zh: '强基', en: 'Foundations' }, categories: ['基础设施'] },
]
