import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { GeoJsonFeature } from '../servers/liveServer'
import { sharedBrowser } from './browser'
import { dots, type LivingCity, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime } from './shanghai'
import { visit } from './visit'

const browser = sharedBrowser()
const DEVICES = 200
const OUTAGE_MS = 120_000
const CHANGES_EVERY_MS = 500
const CARD = '有多少台设备？'

const cityOfDevices = (): Promise<LivingCity> =>
  livingCity({
    feeds: [
      livingFeed('devices', {
        record: 'device',
        title: { zh: '监测设备', en: 'Devices' },
        fields: { time: 'lastSeen' },
        // The sixth part and the half of the outage: it is late and then stale before the server is back.
        refreshSeconds: 20,
        staleSeconds: 60,
      }),
    ],
    layers: [dots('devices', 'devices')],
    maps: [
      {
        id: 'sensing',
        layers: ['devices'],
        cards: [{ kind: 'total', feed: 'devices', title: CARD, unit: '台' }],
        table: { feed: 'devices', columns: ['name', 'value'] },
      },
    ],
  })

const device = (nth: number, value: number): GeoJsonFeature =>
  pointFeature(`D-${nth}`, nth, { name: `设备 ${nth}`, value, lastSeen: isoTime(Date.now()) })

/** A source that never rests: devices report, one leaves and one comes, also while nobody can hear it. */
function keepChanging({ server }: LivingCity): { stop(): void } {
  let step = 0
  const timer = setInterval(() => {
    step += 1
    server.put('devices', ...[1, 2, 3, 4, 5].map((nth) => device((step * 7 + nth * 31) % DEVICES, step * 10 + nth)))
    if (step % 10 !== 0) return
    server.remove('devices', `D-${DEVICES + step - 10}`)
    server.put('devices', device(DEVICES + step, step))
  }, CHANGES_EVERY_MS)
  return { stop: () => clearInterval(timer) }
}

/** Id and value of every device, as `D-7=31`, in order. */
const atSource = ({ server }: LivingCity): string[] =>
  server
    .features('devices')
    .map(({ id, properties }) => `${id}=${String(properties.value)}`)
    .sort()

/** The same of every row of the table, as it is exported. */
async function onPage(page: Page): Promise<string[]> {
  const table = page.getByRole('complementary', { name: '底部面板' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  const [, ...rows] = text.replace('\uFEFF', '').trim().split('\r\n')
  return rows
    .map((row) => row.split(','))
    .map(([id, , value]) => `${id}=${value}`)
    .sort()
}

async function openHealth(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /数据源/ })
    .click()
  const row = page.getByRole('dialog').getByRole('rowgroup').filter({ hasText: '监测设备' })
  return { row, shut: () => page.keyboard.press('Escape') }
}

describe('the network goes for two minutes', () => {
  it('and comes back with nothing lost and nothing doubled; meanwhile the page says so and claims nothing', async () => {
    const city = await cityOfDevices()
    city.server.put('devices', ...Array.from({ length: DEVICES }, (_, nth) => device(nth, nth)))
    const { page, complaints, close } = await visit(browser(), `${city.url}#/screen/sensing`)
    const source = keepChanging(city)
    let loadedAll = false
    page.on('requestfinished', (request) => {
      loadedAll ||= /\/en-[^/]*\.js$/.test(request.url())
    })
    try {
      const card = page.getByRole('article', { name: CARD })
      await card.getByText(/^20\d$/).waitFor({ timeout: 60_000 })
      const before = await openHealth(page)
      await before.row.getByText('实时接收').waitFor({ timeout: 30_000 })
      await before.shut()
      expect(complaints).toEqual([])

      // Over plain http no code can be had while the server is away: the page has loaded all of it, the words of English last.
      await expect.poll(() => loadedAll, { timeout: 60_000 }).toBe(true)

      await city.server.stop()
      const gone = Date.now()
      const during = await openHealth(page)
      await during.row.getByText('已断开').waitFor({ timeout: 30_000 })
      await during.row.getByText(/\d+ 秒后第 \d+ 次重连/).waitFor({ timeout: 30_000 })
      await during.shut()
      await page.getByRole('banner').getByText('1 路实时数据断开').waitFor()
      // Rung by rung: late with its age, then no sum any more but the last known one.
      await card.getByText(/数据迟到/).waitFor({ timeout: 60_000 })
      await card
        .getByText(/最后已知/)
        .first()
        .waitFor({ timeout: 90_000 })
      await card.getByText('—', { exact: true }).waitFor()

      await page.getByRole('tab', { name: '规划', exact: true }).click()
      const lastKnown = await onPage(page)
      expect(new Set(lastKnown.map((row) => row.split('=')[0])).size).toBe(lastKnown.length)
      expect(lastKnown).not.toEqual(atSource(city))
      await expect.poll(() => Date.now() - gone, { timeout: OUTAGE_MS + 10_000 }).toBeGreaterThanOrEqual(OUTAGE_MS)

      await city.server.restart()
      // Nobody presses anything: the longest step of the back-off is a minute.
      const after = await openHealth(page)
      await after.row.getByText('实时接收').waitFor({ timeout: 90_000 })
      await after.shut()
      await page.getByRole('banner').getByText('路实时数据断开').waitFor({ state: 'detached' })
      // Changes go on for a while, on the new connection.
      const snapshots = city.server.snapshots()
      const seen = await onPage(page)
      await expect.poll(() => onPage(page), { timeout: 30_000 }).not.toEqual(seen)
      source.stop()
      await expect.poll(() => onPage(page), { timeout: 30_000 }).toEqual(atSource(city))
      expect(city.server.snapshots()).toBe(snapshots)

      await page.getByRole('tab', { name: '大屏', exact: true }).click()
      await card.getByText(String(city.server.features('devices').length), { exact: true }).waitFor({ timeout: 30_000 })
      expect(await card.getByText(/最后已知/).count()).toBe(0)
    } finally {
      source.stop()
      await close()
      await city.close()
    }
  })
})
