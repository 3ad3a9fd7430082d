import { expect, it } from 'vitest'
import { memoryHistory } from '#feeds/history/historyStore.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { createCityEngine } from './createCityEngine'

const START = Date.UTC(2026, 8, 1)
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const CATALOG = {
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
  feeds: [
    {
      id: 'devices',
      record: 'device',
      source: { type: 'geojson', url: 'devices.geojson' },
      // Late when the newest report is more than two minutes old.
      reporting: { cycle: 60 },
    },
  ],
  indicators: [],
}
const device = {
  type: 'Feature',
  id: '1',
  geometry: { type: 'Point', coordinates: [117.5, 35.5] },
  properties: { name: '水位1', value: 1, time: new Date(START).toISOString() },
}

/** A page that opens the city and reads its feed, on a clock turned by hand. */
function openPage(history = memoryHistory(), start = START) {
  const clock = manualClock(start)
  const engine = createCityEngine({
    publish: () => 'blob:x',
    withdraw: () => {},
    clock: clock.now,
    timers: clock.timers,
    history: () => history,
  })
  const opened = engine.openCatalog(bytes(CATALOG), null, 'http://city.test/catalog.json')
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  return { engine, clock, history, read: () => engine.admit('devices', bytes(device)) }
}

it('what changes is written every five seconds, and no sooner', async () => {
  const { clock, history, read } = openPage()
  await clock.advance(0)
  read()
  await clock.advance(4_000)
  expect(await history.keys()).toEqual([])
  await clock.advance(1_000)
  const begun = await history.keys()
  expect(begun.length).toBeGreaterThan(0)
  // Late after 120 s: written five seconds later at the latest.
  await clock.advance(125_000)
  expect((await history.keys()).length).toBeGreaterThan(begun.length)
})

it('a later page takes up what an earlier one has written', async () => {
  const first = openPage()
  await first.clock.advance(0)
  first.read()
  await first.clock.advance(130_000)
  const later = openPage(first.history, START + 600_000)
  await later.clock.advance(0)
  later.read()
  expect(later.engine.timeline()).toEqual({ from: START, minutes: [[START + 120_000, 1]] })
})
