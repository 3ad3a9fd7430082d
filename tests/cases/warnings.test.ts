import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource } from '#cli/readSource.ts'
import { NOW } from '#core/model/world.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'

const EIGHT = Date.parse('2026-11-30T08:00:00+08:00')
const fileOf = (name: string, file: string) => new URL(`${name}/${file}`, import.meta.url)

/** The feed of warnings as the command line reports it. */
async function onTheCommandLine(name: string, warnings = 'w.xml') {
  const catalog = fileOf(name, 'catalog.json')
  const wanted = parseArguments(['--catalog', catalog.pathname, '--lang', 'en', '--only', '5g-key-area-coverage'])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  const computed = await computeIndicators(wanted.value, catalog.href, (url) =>
    readSource(url.replace('w.xml', warnings)),
  )
  if (!computed.ok) throw new Error(computed.faults.join())
  const feed = computed.result.feeds.find(({ id }) => id === 'w')
  return { feed, codes: feed?.notices.map(({ code }) => code), value: computed.result.indicators[0]?.metrics.value }
}

/** What is in force, as the page asks for it, once the land has come in too. */
async function inForce(name: string, ...files: readonly string[]) {
  const engine = createCityEngine({ publish: () => '', withdraw: () => {}, clock: () => EIGHT })
  const opened = engine.openCatalog(new Uint8Array(await readFile(fileOf(name, 'catalog.json'))), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  for (const [feed, file] of [...files.map((each) => ['w', each] as const), ['land', 'land.geojson'] as const]) {
    expect(engine.admit(feed, new Uint8Array(await readFile(fileOf(name, file)))).ok).toBe(true)
  }
  const { inForce: standing } = await engine.warningsInForce(NOW, { feed: 'w', inside: [] })
  return Promise.all(
    standing.map(async ({ id, level, properties }) => {
      const bounds = (await engine.find(NOW, 'w', id))?.bounds ?? null
      return { id, level, name: properties.name, bounds: bounds?.map((degrees) => Number(degrees.toFixed(2))) }
    }),
  )
}

describe('warnings', () => {
  it('by a code alone stand, with the outline of the city', async () => {
    const name = '02-cap-no-polygon'
    expect(await inForce(name, 'w.xml')).toEqual([
      { id: 'A1', level: '红', name: '暴雨红色预警', bounds: [117, 35, 117.2, 35.2] },
    ])
    const { feed, codes } = await onTheCommandLine(name)
    expect(feed).toMatchObject({ read: 1, accepted: 1, quarantined: [] })
    expect(codes).toEqual(['warning-placed-by-code'])
  })

  it('wider than the county count', async () => {
    const name = '03-cap-wider-than-county'
    expect(await inForce(name, 'w.xml')).toEqual([
      // Of what reaches beyond the city the part near it is looked at: half its size is added on each side.
      { id: 'A1', level: '红', name: '全市台风红色预警', bounds: [116.9, 34.9, 117.3, 35.3] },
    ])
    expect((await onTheCommandLine(name)).feed).toMatchObject({ accepted: 1, quarantined: [], notices: [] })
  })

  it('updated without an area keep theirs', async () => {
    const name = '04-cap-update-without-area'
    expect(await inForce(name, 'w.xml')).toEqual([
      { id: 'A2', level: '红', name: '暴雨红色预警继续生效', bounds: [117.05, 35.05, 117.15, 35.15] },
    ])
    const { feed, codes } = await onTheCommandLine(name)
    expect(feed).toMatchObject({ accepted: 1, quarantined: [], asOf: '2026-11-30T07:00:00+08:00' })
    expect(codes).toEqual(['cap-area-kept'])
  })

  it('end with an empty list, which is no fault', async () => {
    const name = '08-cap-empty-list'
    expect(await inForce(name, 'w.xml')).toHaveLength(1)
    expect(await inForce(name, 'w.xml', 'w-calm.xml')).toEqual([])
    const { feed, value } = await onTheCommandLine(name, 'w-calm.xml')
    expect(feed).toMatchObject({ read: 0, accepted: 0, quarantined: [], asOfReading: true })
    expect(feed).not.toHaveProperty('error')
    // Of no features there is no share.
    expect(value).toMatchObject({ value: null, denominator: 0 })
  })

  it('at a point have a small disc', async () => {
    const [one, ...more] = await inForce('09-cap-circle-zero', 'w.xml')
    expect(more).toEqual([])
    expect(one).toEqual({ id: 'A1', level: '红', name: '危化品泄漏', bounds: [117.1, 35.1, 117.1, 35.1] })
    expect((await onTheCommandLine('09-cap-circle-zero')).codes).toEqual(['cap-point'])
  })

  it('that stand twice are one', async () => {
    expect(await inForce('15-cap-same-alert-twice', 'w.xml')).toHaveLength(1)
    const { feed, codes } = await onTheCommandLine('15-cap-same-alert-twice')
    expect(feed).toMatchObject({ read: 1, accepted: 1 })
    expect(codes).toEqual(['cap-repeated'])
  })
})
