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

/** 优政 惠民 兴业 强基. */
export const LENSES = ['youzheng', 'huimin', 'xingye', 'qiangji'] as const

/** Protocols that feeds are read by; each has its reader in `feeds/protocols`. */
export const SOURCE_TYPES = ['geojson', 'cap'] as const

/** How changes of a feed arrive; each has its transport in `feeds/live`. */
export const LIVE_TYPES = ['sse', 'websocket', 'mqtt', 'demo'] as const
