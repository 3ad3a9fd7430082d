import { zouchengCatalog } from './catalog/zouchengCatalog'
import { growCity } from './city/growCity'
import { serialiseFeed } from './feeds/feedFile'
import { growFeeds } from './feeds/growFeeds'
import { prettyJson } from './prettyJson'
import { at, growSampleCounty } from './sample/growSampleCounty'
import { growSampleWarnings } from './sample/growSampleWarnings'
import { sampleCatalog } from './sample/sampleCatalog'

/** Every generated file of geodata/: path below it to text. The same on every run. */
export function geodataFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const file of growFeeds(growCity())) files.set(`${file.id}.geojson`, serialiseFeed(file))
  files.set('catalog.json', `${prettyJson(zouchengCatalog([116.73, 35.12, 117.48, 35.57]))}\n`)
  const county = growSampleCounty()
  for (const file of county) files.set(`sample-county/${file.id}.geojson`, serialiseFeed(file))
  files.set('sample-county/warnings.xml', growSampleWarnings(at))
  files.set('sample-county/catalog.json', `${prettyJson(sampleCatalog(county))}\n`)
  return files
}
