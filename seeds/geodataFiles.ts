import { serialiseFeed } from './feeds/feedFile'
import { prettyJson } from './prettyJson'
import { growSampleCounty } from './sample/growSampleCounty'
import { sampleCatalog } from './sample/sampleCatalog'

/** Every generated file of geodata/: path below it to text. The same on every run. */
export function geodataFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const county = growSampleCounty()
  for (const file of county) files.set(`sample-county/${file.id}.geojson`, serialiseFeed(file))
  files.set('sample-county/catalog.json', `${prettyJson(sampleCatalog(county))}\n`)
  return files
}
