import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { answerText, type FaultyServer, serveWithFaults } from './serveWithFaults'
import { type Visit, visit } from './visit'

const browser = sharedBrowser()
let server: FaultyServer
const visits: Visit[] = []

type Place = readonly [longitude: number, latitude: number]

/** Three areas in a row; the one in the middle has no site near. */
const COVERED: readonly Place[] = [
  [117.02, 35.04],
  [117.08, 35.04],
]
const OPEN: Place = [117.05, 35.04]

const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const HALF = 0.0005
const area = (id: string, [x, y]: Place) => ({
  type: 'Feature',
  id,
  properties: { name: `公园${id}`, kind: '公园广场' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x - HALF, y - HALF],
        [x + HALF, y - HALF],
        [x + HALF, y + HALF],
        [x - HALF, y + HALF],
        [x - HALF, y - HALF],
      ],
    ],
  },
})
const site = (id: string, at: Place) => ({
  type: 'Feature',
  id,
  properties: { name: `站${id}`, range_m: 300, status: '完好' },
  geometry: { type: 'Point', coordinates: at },
})

const CATALOG = {
  version: 1,
  city: { code: '999903', name: { zh: '三园县', en: 'Three Parks' }, bounds: [117, 35.02, 117.1, 35.06] },
  feeds: [
    { id: 'areas', record: 'zone', title: { zh: '重点区域', en: 'Areas' }, source: { url: 'areas.geojson' } },
    {
      id: 'sites',
      record: 'site',
      title: { zh: '基站', en: 'Sites' },
      source: { url: 'sites.geojson' },
      footprint: { radius: ['get', 'range_m'] },
    },
  ],
  measures: [
    { id: 'widen', title: '扩大覆盖', unit: '铁塔公司', feed: 'sites', patch: { range_m: 3200 }, cost: 9000 },
    { id: 'slightly', title: '略加功率', feed: 'sites', patch: { range_m: 400 }, cost: 10 },
  ],
  indicators: [
    {
      id: '5g-key-area-coverage',
      metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } },
    },
  ],
}

beforeEach(async () => {
  server = await serveWithFaults(inject('appFolder'))
  const files = {
    'catalog.json': JSON.stringify(CATALOG),
    'areas.geojson': collection([...COVERED, OPEN].map((at, nth) => area(`A${nth}`, at))),
    'sites.geojson': collection(COVERED.map((at, nth) => site(`S${nth}`, at))),
  }
  for (const [name, text] of Object.entries(files)) server.fault(`/city/${name}`, answerText(200, text))
})
afterEach(async () => {
  for (const { close } of visits.splice(0)) await close()
  await server.close()
})

const HASH = `#/plan/panorama?row=5g-key-area-coverage&at=${OPEN.join(',')},14&v=1`

async function openDesk(hash = HASH): Promise<Visit> {
  const opened = await visit(browser(), `${server.url}?catalog=city/catalog.json${hash}`, { width: 1440, height: 900 })
  visits.push(opened)
  return opened
}

const impact = (page: Page) => page.getByRole('region', { name: '指标变化' })
const banner = (page: Page, count: number) => page.getByText(`“方案1”：${count} 处改动`).waitFor()

/** What the impact says of the row: as it is, and with the scenario. */
async function saysOfRow(page: Page, before: string, after: string): Promise<void> {
  const cells = impact(page).getByRole('row').filter({ hasText: '5G' }).getByRole('cell')
  await cells.nth(0).getByText(before).waitFor()
  await cells.nth(1).getByText(after).waitFor()
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '方案' }).click()
  await page.getByRole('button', { name: '新建方案' }).click()
  await banner(page, 0)
}

/** Drags a new site from its button to a place, and looks at what is said before it is let go. */
async function dragSite(page: Page, at: Place, whileDragged: () => Promise<void>): Promise<void> {
  const button = await page.getByRole('region', { name: '新增' }).getByRole('button', { name: '基站' }).boundingBox()
  const target = await page.evaluate(([x = 0, y = 0]) => window.__oneMap?.project(x, y) ?? null, [...at])
  if (!button || !target) throw new Error('no button, or no map')
  await page.mouse.move(button.x + 8, button.y + 8)
  await page.mouse.down()
  await page.getByText('正在放置').waitFor()
  await page.mouse.move(target.x - 60, target.y - 30)
  await page.mouse.move(target.x, target.y)
  await whileDragged()
  await page.mouse.up()
}

describe('a scenario', () => {
  it('says what a site does while it is dragged, goes back and forth, is exported, kept, imported and compared', async () => {
    const { page, complaints } = await openDesk()
    await begin(page)
    await dragSite(page, OPEN, () => saysOfRow(page, '66.7%', '100.0%'))
    await banner(page, 1)
    await saysOfRow(page, '66.7%', '100.0%')
    await impact(page).getByText('▲').waitFor()
    // The board, and all else on the page, is of the scenario too.
    await page.getByText('3 / 3').first().waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByRole('button', { name: '撤销' }).click()
    await banner(page, 0)
    await page.getByText('2 / 3').first().waitFor()
    await page.locator('canvas').first().focus()
    await page.keyboard.press('Control+y')
    await banner(page, 1)

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const file = await (await download).path()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 'one-map/plan',
      version: 1,
      title: '方案1',
      city: '999903',
      changes: [{ feed: 'sites', put: { geometry: { type: 'Point' }, properties: { range_m: 300, status: '完好' } } }],
    })

    await page.reload()
    await page.getByText('2 / 3').first().waitFor()
    await page.getByRole('tab', { name: '方案' }).click()
    await page.getByRole('combobox', { name: '选择方案' }).selectOption({ label: '方案1' })
    await page.getByText('3 / 3').first().waitFor()

    await page.locator('input[type=file]').setInputFiles(file)
    await expect.poll(() => page.getByRole('combobox', { name: '选择方案' }).locator('option').count()).toBe(3)
    await page.getByRole('button', { name: '对比' }).click()
    await page.getByRole('dialog').getByRole('checkbox').check()
    const dialog = page.getByRole('dialog').getByRole('row').filter({ hasText: '5G' })
    await dialog.getByText('66.7%').waitFor()
    expect(await dialog.getByText('100.0%').count()).toBe(2)
    await page.keyboard.press('Escape')

    // Every other desk shows the city as it is.
    await page
      .getByRole('button', { name: '应急' })
      .or(page.getByRole('tab', { name: '应急' }))
      .first()
      .click()
    await page.getByText('处改动').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('is worked by keyboard alone, and a file that cannot be read is named', async () => {
    const { page } = await openDesk()
    await page.getByRole('tab', { name: '指标', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: '新建方案' }).focus()
    await page.keyboard.press('Enter')
    await banner(page, 0)
    await page.getByRole('region', { name: '新增' }).getByRole('button', { name: '基站' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('正在放置').waitFor()
    // The map moves under its middle and back: the keys are the map's now.
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(600)
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(600)
    await page.keyboard.press('Enter')
    await banner(page, 1)
    await saysOfRow(page, '66.7%', '100.0%')

    await page.getByRole('button', { name: '改属性' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '选中' }).getByRole('spinbutton').fill('20')
    await page.keyboard.press('Enter')
    await banner(page, 2)
    await impact(page).getByText('没有变化').waitFor()
    await page.keyboard.press('Control+z')
    await banner(page, 1)

    await page.locator('input[type=file]').setInputFiles({
      name: 'plan.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format": "one-map/plan", "version": 1, "title": "", "city": "370883", "changes": []}'),
    })
    await page.getByRole('alert').filter({ hasText: '文件读不成' }).filter({ hasText: 'city' }).waitFor()
  })

  it('is opened by a link, whole', async () => {
    const { page, context } = await openDesk()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin(page)
    await dragSite(page, OPEN, async () => {})
    await banner(page, 1)
    await page.getByRole('button', { name: '复制链接' }).last().click()
    await page.getByText('已复制').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const second = await openDesk(new URL(link).hash)
    await banner(second.page, 1)
    await second.page.getByText('3 / 3').first().waitFor()
  })

  it('is found by a search for where to build, which is proved', async () => {
    const { page, complaints } = await openDesk()
    await page.getByRole('tab', { name: '选址' }).click()
    await page.getByLabel('最多新建').fill('2')
    await page.getByLabel('网格边长（米）').fill('100')
    await page.getByRole('button', { name: '开始搜索' }).click()
    await page.getByText('已证明是最优').waitFor({ timeout: 120_000 })
    expect(await page.getByRole('definition').allTextContents()).toEqual(
      expect.arrayContaining(['2 (66.7%)', '3 (100.0%)']),
    )
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: '作为方案' }).click()
    await page.getByText('处改动，不是现状').waitFor()
    await page.getByText('3 / 3').first().waitFor()

    // Nothing stands in for any of the three sites.
    await page.getByRole('tab', { name: '选址' }).click()
    await page.getByRole('tab', { name: '失一演练' }).click()
    await page.getByText('3 个站点不可替代').waitFor()
    expect(await axe(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is what the next star takes at least, which is proved, by unit and within a budget', async () => {
    const { page, complaints } = await openDesk()
    await page.getByRole('tab', { name: '升星' }).click()
    await page.getByLabel('想要的星级').selectOption('5')
    await page.getByRole('button', { name: '开始搜索' }).click()
    await page.getByText('已证明：没有更省的做法').waitFor({ timeout: 120_000 })
    await page.getByRole('heading', { name: '铁塔公司 1 处，9000' }).waitFor()
    await page.getByText('做完 1 处、花到 9000').waitFor()
    expect(await axe(page)).toEqual([])

    // For one hundredth less nothing is to be had.
    await page.getByRole('slider', { name: '预算' }).press('ArrowLeft')
    await page.getByText('这个预算内没有一项能达到 5 星').waitFor({ timeout: 120_000 })
    await page.getByRole('slider', { name: '预算' }).press('End')
    await page.getByText('已证明：没有更省的做法').waitFor({ timeout: 120_000 })
    await page.getByRole('button', { name: '作为方案' }).click()
    await page.getByText('处改动，不是现状').waitFor()
    await page.getByText('3 / 3').first().waitFor()
    expect(complaints).toEqual([])
  })
})
