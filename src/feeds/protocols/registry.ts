import type { SOURCE_TYPES } from '#catalog/vocabulary.ts'
import { readGeoJson } from './geojson'
import type { Protocol } from './protocol'

type SourceType = (typeof SOURCE_TYPES)[number]

/** Readers by `source.type`, loaded when a catalog wants them. Adding a protocol is one file, one line here and its name in the catalog's schema. */
const READERS: Readonly<Record<SourceType, () => Promise<Protocol>>> = {
  geojson: async () => readGeoJson,
  cap: async () => (await import('./cap')).readCap,
  csv: async () => (await import('./csv')).readCsv,
  geojsonseq: async () => (await import('./geojsonseq')).readGeoJsonSeq,
  topojson: async () => (await import('./topojson')).readTopoJson,
  shapefile: async () => (await import('./shapefile')).readShapefile,
}

const loaded = new Map<SourceType, Protocol>([['geojson', readGeoJson]])

/** Loads what reads these types; to be awaited before a feed of one comes to the door. */
export async function loadProtocols(types: Iterable<SourceType>): Promise<void> {
  for (const type of new Set(types)) if (!loaded.has(type)) loaded.set(type, await READERS[type]())
}

/** @throws Error for a type that was not loaded */
export function protocolOf(type: SourceType): Protocol {
  const read = loaded.get(type)
  if (!read) throw new Error(`what reads ${type} was not loaded`)
  return read
}
