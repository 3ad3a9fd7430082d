import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { dots, type LivingCity, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime, wallTime } from './shanghai'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const HOUR = 3_600_000
const CARD = '哪些设备在告警？'

/** Two gauges with a limit of 3 m, that clear 0.2 m below it: at 2.8. */
const cityOfGauges = (): Promise<LivingCity> =>
  livingCity({
    feeds: [
      livingFeed('gauges', {
        record: 'device',
        title: { zh: '水位计', en: 'Gauges' },
        fields: { time: 'lastSeen' },
        reporting: { cycle: 600 },
        rules: [
          {
            kind: 'threshold',
            id: 'high-water',
            title: { zh: '水位超警戒', en: 'Water too high' },
            level: '橙',
            above: ['get', 'high'],
            margin: 0.2,
          },
        ],
      }),
    ],
    layers: [dots('gauges', 'gauges'), dots('in-alarm', 'gauges', { filter: ['==', ['get', 'alarm'], true] })],
    maps: [
      {
        id: 'sensing',
        layers: ['gauges', 'in-alarm'],
        cards: [{ kind: 'alarms', feed: 'gauges', title: CARD, limit: 5 }],
      },
    ],
  })

function report(city: LivingCity, id: string, value: number): void {
  const [nth, name] = id === 'W-1' ? [3, '白马河水位'] : [9, '大沙河水位']
  city.server.put(
    'gauges',
    pointFeature(id, nth, { name, kind: '水位', value, unit: 'm', high: 3, lastSeen: isoTime(Date.now()) }),
  )
}

const cardOf = (page: Page) => page.getByRole('article', { name: CARD })
const linesOf = (page: Page) => cardOf(page).getByRole('listitem')

function sheetOf(page: Page) {
  const sheet = page.getByRole('complementary', { name: '右侧面板' })
  return { sheet, alarms: sheet.getByRole('region', { name: '告警', exact: true }) }
}

/** To the wall or to the desk of the same page. */
const go = (page: Page, workspace: '大屏' | '应急') => page.getByRole('tab', { name: workspace, exact: true }).click()

const inAlarm = (page: Page) => expect.poll(() => renderedFeatures(page, 'in-alarm'), { timeout: 30_000 })

describe('an alarm', () => {
  it('is raised once, acknowledged for good, and clears when the reading is well back inside', async () => {
    const city = await cityOfGauges()
    report(city, 'W-1', 2.5)
    report(city, 'W-2', 2.5)
    const { page, complaints, close } = await visit(browser(), `${city.url}#/screen/sensing`)
    try {
      await cardOf(page).getByText('没有告警', { exact: true }).waitFor({ timeout: 60_000 })
      await inAlarm(page).toBe(0)

      report(city, 'W-1', 3.4)
      await cardOf(page).getByText('3.4 m 高于限值 3 m').waitFor({ timeout: 30_000 })
      await cardOf(page).getByText('1 条未确认').waitFor()
      await inAlarm(page).toBeGreaterThan(0)
      // A second reading beyond the limit is the same alarm with another value.
      report(city, 'W-1', 3.6)
      await cardOf(page).getByText('3.6 m 高于限值 3 m').waitFor({ timeout: 30_000 })
      expect(await linesOf(page).count()).toBe(1)

      await linesOf(page)
        .getByRole('button', { name: /白马河水位/ })
        .click()
      await go(page, '应急')
      const { alarms, sheet } = sheetOf(page)
      expect(await axe(page)).toEqual([])
      await alarms.getByRole('button', { name: '确认 白马河水位 的告警：水位超警戒' }).click()
      await alarms.getByText(/\d\d:\d\d 已确认/).waitFor()

      await page.reload()
      await alarms.getByText(/\d\d:\d\d 已确认/).waitFor({ timeout: 60_000 })
      expect(await alarms.getByRole('button', { name: /^确认/ }).count()).toBe(0)
      await go(page, '大屏')
      await cardOf(page).getByText('0 条未确认').waitFor({ timeout: 30_000 })
      expect(await linesOf(page).count()).toBe(1)

      // Inside, but by less than the margin: it stands.
      await go(page, '应急')
      report(city, 'W-1', 2.9)
      await sheet.getByText('2.9 m', { exact: true }).first().waitFor({ timeout: 30_000 })
      const chart = sheet.getByRole('img', { name: '白马河水位 近两天读数与预测' })
      await chart.and(page.locator('[aria-busy="false"]')).hover()
      await chart.getByText(/^\d+月\d+日 \d\d:\d\d +\d\.\d m$/).waitFor()
      await alarms.getByText(/^2.9 m 已回到限值 3 m 以内，降到 2.8 m 解除 · .*已确认$/).waitFor({ timeout: 30_000 })
      await inAlarm(page).toBeGreaterThan(0)

      report(city, 'W-1', 2.75)
      await alarms.getByText('没有告警', { exact: true }).waitFor({ timeout: 30_000 })
      await inAlarm(page).toBe(0)
      await alarms.getByText('已解除的告警').click()
      expect(await axe(page)).toEqual([])
      const cleared = alarms.getByRole('group').getByRole('listitem')
      expect(await cleared.count()).toBe(1)
      expect(await cleared.textContent()).toMatch(/^水位超警戒.*已确认$/)
      await go(page, '大屏')
      await cardOf(page).getByText('没有告警', { exact: true }).waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })

  it('that is muted is not counted, and says until when', async () => {
    const city = await cityOfGauges()
    report(city, 'W-1', 3.4)
    report(city, 'W-2', 2.5)
    const { page, complaints, close } = await visit(browser(), `${city.url}#/respond/sensing?v=1&sel=gauges:W-1`)
    try {
      const { alarms } = sheetOf(page)
      await alarms.getByRole('button', { name: '静音 白马河水位 的告警：水位超警戒' }).click({ timeout: 60_000 })
      const from = Date.now()
      await alarms.getByRole('button', { name: '1 小时', exact: true }).click()
      const said = alarms.getByText(/静音至/)
      await said.waitFor()
      const expiry = /静音至 (?:\d+月\d+日 )?(\d\d:\d\d)/.exec((await said.textContent()) ?? '')?.[1]
      // To the minute, and the click was some seconds after.
      expect([wallTime(from + HOUR), wallTime(Date.now() + HOUR)]).toContain(expiry)

      await go(page, '大屏')
      await cardOf(page).getByText('未静音的告警没有了').waitFor({ timeout: 30_000 })
      await cardOf(page).getByText('1 条静音').waitFor()
      await cardOf(page)
        .getByText(new RegExp(`静音至 .*${expiry}$`))
        .waitFor()
      // Another alarm is heard all the same.
      report(city, 'W-2', 3.1)
      await cardOf(page).getByText('3.1 m 高于限值 3 m').waitFor({ timeout: 30_000 })
      await cardOf(page).getByText('1 条未确认').waitFor()
      expect(await linesOf(page).first().textContent()).toContain('大沙河水位')

      await page.reload()
      await cardOf(page).getByText('1 条静音').waitFor({ timeout: 60_000 })
      await cardOf(page).getByText('1 条未确认').waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })
})
