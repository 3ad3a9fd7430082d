import type { SOURCE_TYPES } from '#catalog/vocabulary.ts'
import { readCap } from './cap'
import { readGeoJson } from './geojson'
import type { Protocol } from './protocol'

/** Readers by `source.type`. Adding a protocol is one file, one line here and its name in the catalog's schema. */
export const PROTOCOLS: Readonly<Record<(typeof SOURCE_TYPES)[number], Protocol>> = {
  geojson: readGeoJson,
  cap: readCap,
}
