import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import { parametersOf } from '#core/indicators/methods/parameters.ts'
import type { Standard } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import type { Expected } from '../fault'
import { type Check, type Entry, entriesOf, idsOf, membersOf, metricsOf, type Report, textsOf } from './catalogView'

/** References to feeds, scopes, layers and rows of the standard that point nowhere. */
export function checkReferences(standard: Standard | null, methods: Methods): Check {
  return (catalog, report) => {
    const feeds = named('feeds', idsOf(catalog, 'feeds'), { zh: '已列出的数据源', en: 'the id of a listed feed' })
    const scopes = named('scopes', idsOf(catalog, 'scopes'), { zh: '已列出的范围', en: 'the id of a listed scope' })
    const layers = named('layers', idsOf(catalog, 'layers'), { zh: '已列出的图层', en: 'the id of a listed layer' })
    const rows = standard && {
      ids: new Set(standard.rows.map((row) => row.id)),
      expected: { zh: '标准中一项指标的 id', en: 'the id of a row of the standard' },
    }

    const city = catalog.value.city
    if (isObject(city)) refer({ path: ['city'], value: city }, 'defaultScope', scopes, report)
    refer(catalog, 'history', feeds, report)
    const calendars = named('calendars', new Set(membersOf(catalog, 'calendars').map(({ key }) => key)), {
      zh: '已列出的工作日历',
      en: 'the name of a listed calendar',
    })
    for (const feed of entriesOf(catalog, 'feeds')) {
      refer(feed, 'series', feeds, report)
      refer(feed, 'archive', feeds, report)
      refer(feed, 'calendar', calendars, report)
    }
    for (const scope of entriesOf(catalog, 'scopes')) refer(scope, 'feed', feeds, report)
    for (const layer of entriesOf(catalog, 'layers')) refer(layer, 'feed', feeds, report)
    for (const map of entriesOf(catalog, 'maps')) {
      for (const { path, text } of textsOf(map, 'layers')) {
        if (!layers.ids.has(text)) report(path, text, layers.expected)
      }
      const table = map.value.table
      if (isObject(table)) refer({ path: [...map.path, 'table'], value: table }, 'feed', feeds, report)
      for (const card of entriesOf(map, 'cards')) {
        refer(card, 'feed', feeds, report)
        if (rows === null) continue
        refer(card, 'indicator', rows, report)
        for (const { path, text } of textsOf(card, 'also')) {
          if (!rows.ids.has(text)) report(path, text, rows.expected)
        }
      }
    }
    for (const indicator of entriesOf(catalog, 'indicators')) {
      if (rows !== null) refer(indicator, 'id', rows, report)
    }
    for (const { metric, method } of metricsOf(catalog, methods)) {
      for (const [key] of parametersOf(method.parameters, 'feed')) refer(metric, key, feeds, report)
    }
  }
}

interface Names {
  readonly ids: ReadonlySet<string>
  readonly expected: Expected
}

function named(list: string, ids: ReadonlySet<string>, what: Expected): Names {
  const known = ids.size === 0 ? '' : `: ${[...ids].slice(0, 12).join(', ')}${ids.size > 12 ? ', …' : ''}`
  return { ids, expected: { zh: `${what.zh}的 id(${list}${known})`, en: `${what.en} (${list}${known})` } }
}

function refer(entry: Entry, key: string, names: Names, report: Report): void {
  const value = entry.value[key]
  if (typeof value === 'string' && value !== '' && !names.ids.has(value)) {
    report([...entry.path, key], value, names.expected)
  }
}
