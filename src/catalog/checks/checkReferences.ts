import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import { parametersOf } from '#core/indicators/methods/parameters.ts'
import { RECORD_KINDS } from '#core/model/feature.ts'
import type { Standard } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import { RECORD_DEFAULTS, USUAL_MAPS } from '../defaults/recordDefaults'
import type { Expected, Path } from '../fault'
import { ROLES } from '../roles'
import { USUAL_LENSES } from '../vocabulary'
import { type Check, type Entry, entriesOf, idsOf, membersOf, metricsOf, type Report, textsOf } from './catalogView'

/** References to feeds, scopes, layers, lenses, maps and rows of the standard that point nowhere. */
export function checkReferences(standard: Standard | null, methods: Methods): Check {
  return (catalog, report) => {
    const feeds = feedNames(catalog)
    const scopes = named('scopes', idsOf(catalog, 'scopes'), { zh: '已列出的范围', en: 'the id of a listed scope' })
    const layers = named('layers', idsOrUsual(catalog, 'layers', usualLayerIds), {
      zh: '已列出的图层',
      en: 'the id of a listed layer',
    })
    const rows = rowNames(standard)

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
      const { sight } = feed.value
      if (isObject(sight)) refer({ path: [...feed.path, 'sight'], value: sight }, 'obstacles', feeds, report)
      refer(feed, 'calendar', calendars, report)
    }
    for (const scope of entriesOf(catalog, 'scopes')) refer(scope, 'feed', feeds, report)
    const lenses = lensNames(catalog)
    for (const layer of entriesOf(catalog, 'layers')) {
      refer(layer, 'feed', feeds, report)
      referEach(layer, 'lens', lenses, report)
    }
    const maps = named(
      'maps',
      idsOrUsual(catalog, 'maps', () => Object.keys(USUAL_MAPS)),
      { zh: '已列出的地图', en: 'the id of a listed map' },
    )
    const categories = standard && {
      ids: new Set(standard.rows.map((row) => row.category.zh)),
      expected: { zh: '标准中的一个类别', en: 'a theme of the standard, in Chinese' },
    }
    for (const lens of entriesOf(catalog, 'lenses')) {
      referEach(lens, 'layers', layers, report)
      referEach(lens, 'maps', maps, report)
      if (rows) referEach(lens, 'rows', rows, report)
      if (categories) referEach(lens, 'categories', categories, report)
    }
    const roles = catalog.value.roles
    if (isObject(roles)) {
      for (const [role, record] of Object.entries(ROLES)) {
        refer({ path: ['roles'], value: roles }, role, feeds, report)
        const named = entriesOf(catalog, 'feeds').find(({ value }) => value.id === roles[role])
        if (!named || named.value.record === record) continue
        report(['roles', role], roles[role], {
          zh: `record 为 ${record} 的数据源`,
          en: `a feed of record ${record}`,
        })
      }
      if (isObject(roles.people)) refer({ path: ['roles', 'people'], value: roles.people }, 'feed', feeds, report)
    }
    for (const map of entriesOf(catalog, 'maps')) {
      referEach(map, 'layers', layers, report)
      referEach(map, 'lenses', lenses, report)
      const table = map.value.table
      if (isObject(table)) refer({ path: [...map.path, 'table'], value: table }, 'feed', feeds, report)
    }
    for (const indicator of entriesOf(catalog, 'indicators')) {
      if (rows !== null) refer(indicator, 'id', rows, report)
    }
    for (const measure of entriesOf(catalog, 'measures')) {
      refer(measure, 'feed', feeds, report)
      const { add } = measure.value
      if (isObject(add)) refer({ path: [...measure.path, 'add'], value: add }, 'candidates', feeds, report)
    }
    for (const { metric, method } of metricsOf(catalog, methods)) {
      for (const [key] of parametersOf(method.parameters, 'feed')) refer(metric, key, feeds, report)
    }
  }
}

/** Names that something may refer to. */
export interface Names {
  readonly ids: ReadonlySet<string>
  readonly expected: Expected
}

function named(list: string, ids: ReadonlySet<string>, what: Expected): Names {
  const known = ids.size === 0 ? '' : `: ${[...ids].slice(0, 12).join(', ')}${ids.size > 12 ? ', …' : ''}`
  return { ids, expected: { zh: `${what.zh}的 id(${list}${known})`, en: `${what.en} (${list}${known})` } }
}

export const feedNames = (catalog: Entry): Names =>
  named('feeds', idsOf(catalog, 'feeds'), { zh: '已列出的数据源', en: 'the id of a listed feed' })

/** The ids of a list of the catalog; of one that lists none, those that are there by default. */
function idsOrUsual(catalog: Entry, list: string, usual: (catalog: Entry) => readonly string[]): ReadonlySet<string> {
  const listed = idsOf(catalog, list)
  return listed.size > 0 ? listed : new Set(usual(catalog))
}

const usualLayerIds = (catalog: Entry): readonly string[] =>
  entriesOf(catalog, 'feeds').flatMap(({ value: { id, record } }) => {
    const known = RECORD_KINDS.find((kind) => kind === record)
    return typeof id === 'string' && known && RECORD_DEFAULTS[known].shapes.length > 0 ? [id] : []
  })

/** The lenses of the catalog; those of one that lists none. */
const lensNames = (catalog: Entry): Names => {
  const ids = catalog.value.lenses === undefined ? new Set(USUAL_LENSES.map(({ id }) => id)) : idsOf(catalog, 'lenses')
  return named('lenses', ids, { zh: '已列出的视角', en: 'the id of a listed lens' })
}

/** Null without a standard: then rows stay unchecked. */
export const rowNames = (standard: Standard | null): Names | null =>
  standard && {
    ids: new Set(standard.rows.map((row) => row.id)),
    expected: { zh: '标准中一项指标的 id', en: 'the id of a row of the standard' },
  }

function refer(entry: Entry, key: string, names: Names, report: Report): void {
  referTo([...entry.path, key], entry.value[key], names, report)
}

function referEach(entry: Entry, key: string, names: Names, report: Report): void {
  for (const { path, text } of textsOf(entry, key)) referTo(path, text, names, report)
}

/** Reports a text that is none of the names; what is no text is a fault of shape. */
export function referTo(path: Path, value: unknown, names: Names, report: Report): void {
  if (typeof value === 'string' && value !== '' && !names.ids.has(value)) report(path, value, names.expected)
}
