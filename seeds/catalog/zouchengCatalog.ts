import { baseLayers } from './baseLayers'
import { feedList } from './feedList'
import { indicators } from './indicators'
import { maps } from './maps'
import { measures } from './measures'
import { responseLayers } from './responseLayers'
import { sensingLayers } from './sensingLayers'
import { serviceLayers } from './serviceLayers'
import { words } from './words'
import { workingCalendar } from './workingCalendar'

const scope = (id: string, zh: string, en: string) => ({
  id,
  title: words(zh, en),
  feed: 'scopes',
  where: ['==', ['get', 'id'], id],
})

/** A lens that is a theme of the standard; layers and maps say themselves which are theirs. */
const lens = (id: string, zh: string, en: string, category: string) => ({
  id,
  title: words(zh, en),
  categories: [category],
})

/** The catalog of the demonstration city, as it is written to geodata/catalog.json. */
export function zouchengCatalog(bounds: readonly number[]): unknown {
  return {
    $schema: 'catalog.schema.json',
    version: 1,
    city: {
      code: '370883',
      name: words('邹城市', 'Zoucheng'),
      bounds,
      timeZone: 'Asia/Shanghai',
      defaultScope: 'built-up',
      notice: words('演示数据', 'demonstration data'),
      clock: { start: '2026-09-01T08:00:00+08:00' },
    },
    calendars: { city: workingCalendar },
    history: 'history',
    milestones: [
      { date: '2026-10-31', title: words('中期评估', 'Mid-term review') },
      { date: '2027-10-31', title: words('终期验收', 'Final acceptance') },
    ],
    scopes: [
      scope('built-up', '建成区', 'Built-up area'),
      scope('dev-zone', '经济开发区', 'Development zone'),
      scope('mengzi-lake', '孟子湖新区', 'Mengzi Lake new area'),
    ],
    roles: {
      people: { feed: 'population', value: ['get', 'people'] },
      grids: 'grids',
      towns: 'towns',
      cases: 'cases',
      devices: 'devices',
      warnings: 'warnings',
      cameras: 'cameras',
    },
    lenses: [
      lens('youzheng', '优政', 'Government', '数字政府'),
      lens('huimin', '惠民', 'Citizens', '数字惠民'),
      lens('xingye', '兴业', 'Business', '数字经济'),
      lens('qiangji', '强基', 'Foundations', '基础设施'),
    ],
    feeds: feedList,
    layers: [...baseLayers, ...serviceLayers, ...sensingLayers, ...responseLayers],
    maps,
    indicators,
    measures,
  }
}
