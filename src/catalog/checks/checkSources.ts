import { isObject } from '#core/model/values.ts'
import { type Check, entriesOf } from './catalogView'

/** Kinds of source that are tables. */
const TABLES: readonly unknown[] = ['csv']

/** Kinds of source that a live channel cannot follow. */
const CHANGELESS: readonly unknown[] = ['csv', 'geojsonseq', 'topojson', 'shapefile']

/** What a source says of its columns and objects: half a place, two places, or something for another kind of source. */
export const checkSources: Check = (catalog, report) => {
  for (const feed of entriesOf(catalog, 'feeds')) {
    const { source } = feed.value
    if (!isObject(source)) continue
    const path = (key: string) => [...feed.path, 'source', key]
    const table = TABLES.includes(source.type)
    for (const key of ['x', 'y', 'wkt'] as const) {
      if (source[key] !== undefined && !table) {
        report(path(key), source[key], { zh: '只用于 csv 的列名', en: 'a column, for csv only' })
      }
    }
    if (table) {
      const half = source.x === undefined ? 'x' : 'y'
      if ((source.x === undefined) !== (source.y === undefined)) {
        report(path(half), undefined, { zh: '与另一坐标列成对的列名', en: 'the column beside the other coordinate' })
      }
      if (source.wkt !== undefined && source.x !== undefined) {
        report(path('wkt'), source.wkt, { zh: '坐标列与 wkt 只能用一种', en: 'either columns x and y, or wkt' })
      }
    }
    // Changes are worked into the bytes that were read, for evidence.
    if (isObject(feed.value.live) && CHANGELESS.includes(source.type)) {
      report(path('type'), source.type, { zh: 'geojson(有实时通道的数据源)', en: 'geojson, for a feed that lives' })
    }
    if (source.object !== undefined && source.type !== 'topojson') {
      report(path('object'), source.object, { zh: '只用于 topojson 的对象名', en: 'an object, for topojson only' })
    }
  }
}
