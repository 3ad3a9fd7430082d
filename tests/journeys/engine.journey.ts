import type { Page, Worker } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sharedBrowser } from './browser'
import { dots, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime } from './shanghai'
import { visit } from './visit'

const browser = sharedBrowser()
const CARD = '有多少台设备？'

const cityOfDevices = () =>
  livingCity({
    feeds: [
      livingFeed('devices', {
        record: 'device',
        title: { zh: '监测设备' },
        refreshSeconds: 60,
        staleSeconds: 600,
        // It keeps its engine at work: something is told once a second.
        reporting: { cycle: 60 },
      }),
    ],
    layers: [dots('devices', 'devices')],
    maps: [
      { id: 'sensing', layers: ['devices'], cards: [{ kind: 'total', feed: 'devices', title: CARD, unit: '台' }] },
    ],
  })

const device = (nth: number) => pointFeature(`D-${nth}`, nth, { name: `设备 ${nth}`, time: isoTime(Date.now()) })

async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().filter((worker) => /cityEngine/.test(worker.url())).length).toBe(1)
  const worker = page.workers().find((candidate) => /cityEngine/.test(candidate.url()))
  if (!worker) throw new Error('no engine')
  return worker
}

/** What a fault does to the thread; none of them answers. */
const FAULTS: readonly (readonly [string, RegExp, (engine: Worker) => Promise<unknown>])[] = [
  [
    'throws',
    /出错（.*fault of the test.*）/,
    (engine) =>
      engine.evaluate(() => {
        setTimeout(() => {
          throw new Error('fault of the test')
        })
      }),
  ],
  [
    'rejects and nobody takes it',
    /出错（.*rejection of the test.*）/,
    (engine) =>
      engine.evaluate(() => {
        setTimeout(() => void Promise.reject(new Error('rejection of the test')))
      }),
  ],
  ['is gone', /线程已不在|\d+ 秒没有回应/, (engine) => engine.evaluate(() => self.close())],
  [
    'does not end its work',
    /\d+ 秒没有回应/,
    (engine) =>
      engine.evaluate(() => {
        setTimeout(() => {
          for (;;);
        })
      }),
  ],
]

describe('the engine of the page', () => {
  it.each(FAULTS)('that %s is said, started again, and lives on with what the feeds say', async (_, why, fault) => {
    const city = await cityOfDevices()
    city.server.put('devices', ...[1, 2, 3].map(device))
    const { page, close } = await visit(browser(), `${city.url}#/screen/sensing`)
    try {
      const card = page.getByRole('article', { name: CARD })
      const header = page.getByRole('banner')
      await card.getByText('3', { exact: true }).waitFor({ timeout: 60_000 })
      await fault(await engineOf(page))
      // Within seconds, and in words: the figures of the feeds are no longer green.
      await header.getByText(/数据引擎(没有回应|正忙|重启中)/).waitFor({ timeout: 10_000 })
      const notice = page.getByRole('region', { name: '提示' }).getByText(/数据引擎于 .* 停止后自动重新启动/)
      await notice.waitFor({ timeout: 60_000 })
      expect(await notice.textContent()).toMatch(why)
      await header.getByText(/数据引擎/).waitFor({ state: 'detached', timeout: 30_000 })
      city.server.put('devices', device(4))
      await card.getByText('4', { exact: true }).waitFor({ timeout: 60_000 })
    } finally {
      await close()
      await city.close()
    }
  })
})
