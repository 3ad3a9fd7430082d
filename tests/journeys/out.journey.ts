import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { answerText, type FaultyServer, serveWithFaults } from './serveWithFaults'
import { type Visit, visit } from './visit'

const browser = sharedBrowser()
let server: FaultyServer
let folder: string
let desk: Visit

const ROW = '5g-key-area-coverage'
/** An id of twenty digits, and a name that a spreadsheet would run and a page obey. */
const ID = '37088300001320000001'
const NAME = '=1+1"<img src=x onerror="window.obeyed=1"><script>window.obeyed=1</script>'
const HALF = 0.0005

const area = (id: string, [x, y]: readonly [number, number], name: string) => ({
  type: 'Feature',
  id,
  properties: { name, kind: '公园广场', checked: '2026-08-31T18:30:00+08:00' },
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
const site = (id: string, coordinates: readonly number[]) => ({
  ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates } },
  properties: { name: `站${id}`, range_m: 300, status: '完好' },
})
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

const FILES = {
  'catalog.json': JSON.stringify({
    version: 1,
    city: {
      ...{ code: '999903', name: { zh: '三园县' }, bounds: [117, 35.02, 117.1, 35.06] },
      ...{ notice: { zh: '演示数据' }, clock: { start: '2026-09-01T08:00:00+08:00' } },
    },
    feeds: [
      { id: 'areas', record: 'place', title: { zh: '重点区域' }, source: { url: 'areas.geojson' } },
      {
        ...{ id: 'sites', record: 'site', title: { zh: '基站' }, source: { url: 'sites.geojson' } },
        footprint: { radius: ['get', 'range_m'] },
      },
    ],
    layers: [{ id: 'areas', feed: 'areas' }],
    maps: [
      { id: 'panorama', layers: ['areas'], table: { feed: 'areas', columns: ['name', 'checked'] } },
      ...['events', 'sensing', 'hazards', 'resources'].map((id) => ({ id, layers: ['areas'] })),
    ],
    indicators: [
      { id: ROW, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } },
    ],
  }),
  'areas.geojson': collection(
    area('A0', [117.02, 35.04], '东园'),
    area(ID, [117.05, 35.04], NAME),
    area('A2', [117.08, 35.04], '西园'),
  ),
  'sites.geojson': collection(site('S0', [117.02, 35.04])),
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'out-'))
  server = await serveWithFaults(inject('appFolder'))
  for (const [name, text] of Object.entries(FILES)) server.fault(`/city/${name}`, answerText(200, text))
  const hash = `#/plan/panorama?row=${ROW}&v=1`
  desk = await visit(browser(), `${server.url}?catalog=city/catalog.json${hash}`, { width: 1366, height: 720 })
})
afterEach(async () => {
  await desk.close()
  await server.close()
  await rm(folder, { recursive: true })
})

/** What a click hands over, under the name it is given. */
async function taken(
  page: Page,
  click: () => Promise<void>,
): Promise<{ readonly name: string; readonly path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return { name: download.suggestedFilename(), path }
}

/** A saved paper, opened from the disk with no network, and what it asked for. */
async function opened(path: string) {
  const context = await browser().newContext({ offline: true })
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url().split(':')[0] ?? ''))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`file://${path}`)
  return { page, asked, complaints, close: () => context.close() }
}

it('tables and maps leave with ids and hostile names as text, numbers and dates as such, and what they are about', async () => {
  const { page, complaints } = desk
  const gaps = page.getByRole('region', { name: '缺口', exact: true })
  const csv = await taken(page, () => gaps.getByRole('button', { name: '导出清单 CSV' }).click())
  expect(csv.name).toBe(`${ROW}.value.gaps.csv`)
  const text = await readFile(csv.path, 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain(`"\t${ID}","\t=1+1""<img`)

  const table = page.getByRole('region', { name: '要素数据' })
  const book = await readFile((await taken(page, () => table.getByRole('button', { name: '导出 XLSX' }).click())).path)
  const rows = await readSheet(book)
  expect(rows[0]).toEqual(expect.arrayContaining(['编号', '名称', '经度（WGS84）']))
  const hostile = rows.find(([id]) => id === ID)
  expect(hostile).toEqual(expect.arrayContaining([NAME, 117.05, 35.04]))
  // The wall time of Shanghai, which a reader takes for one of UTC.
  const checked = hostile?.find((cell) => cell instanceof Date)
  expect(checked && Math.round(checked.getTime() / 1000)).toBe(Date.UTC(2026, 7, 31, 18, 30) / 1000)

  const list = await readFile(
    (await taken(page, () => gaps.getByRole('button', { name: '导出清单 XLSX' }).click())).path,
  )
  const facts = new Map((await readSheet(list, '说明')).map(([name, value]) => [name, value]))
  expect(facts.get('注意')).toBe('演示数据')
  expect(facts.get('所说的情况')).toBe('现状')
  expect(facts.get('数值')).toBe('33.3%')
  expect(facts.get('数据时间：基站')).toBeTruthy()
  expect([...facts.values()]).toContain('≥ 80.0%')

  await table.getByRole('combobox', { name: '坐标基准' }).selectOption({ label: 'CGCS2000' })
  const map = await taken(page, () => table.getByRole('button', { name: '导出 GeoJSON' }).click())
  expect(map.name).toBe('areas.cgcs2000.geojson')
  const json = JSON.parse(await readFile(map.path, 'utf8'))
  expect(json).toMatchObject({ datum: { name: 'CGCS2000' }, features: [{ id: 'A0' }, { id: ID }, { id: 'A2' }] })
  expect(json).not.toHaveProperty('crs')
  expect(complaints).toEqual([])
})

it('a report and an atlas are laid out on A4, and can be kept as one file', async () => {
  const { page, complaints } = desk
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '打印缺口图册' }).click()
  const frame = dialog.frameLocator('iframe')
  await frame.locator('.sheet').first().waitFor()
  // Two of three areas are open: a page for each, with its map.
  expect(await frame.locator('.sheet').count()).toBe(2)
  expect(await frame.locator('.sheet svg[role=img]').count()).toBe(2)
  expect(await axe(page)).toEqual([])
  const atlas = await taken(page, () => dialog.getByRole('button', { name: '存为 HTML 文件' }).click())
  const paper = await opened(atlas.path)
  const pages = (await paper.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(2)
  expect(await paper.page.getByRole('heading', { name: NAME }).count()).toBe(1)
  expect(await paper.page.getByText('演示示意图 未经审核 不得公开使用').count()).toBe(2)
  expect(paper.complaints).toEqual([])
  await paper.close()

  await dialog.getByRole('button', { name: '关闭' }).click()
  // A small map is drawn finely in less time.
  await page.setViewportSize({ width: 1000, height: 520 })
  await page.getByRole('button', { name: '打印报告' }).click()
  await frame.getByRole('heading', { name: '5G网络覆盖率 · 指标报告' }).waitFor({ timeout: 60_000 })
  // The map as it was on show, with a scale that follows the paper.
  expect(await frame.locator('svg image').getAttribute('href')).toMatch(/^data:image\/jpeg;base64,.{5000}/)
  expect(await frame.locator('[data-scale]').count()).toBe(1)
  expect(await frame.locator('td', { hasText: ID }).count()).toBe(1)
  expect(complaints).toEqual([])
})

it('a plan opens from a memory stick: what it does, every change, and where, in one file that asks for nothing', async () => {
  const { page, complaints } = desk
  await page.getByRole('tab', { name: '方案' }).click()
  const put = site('new-1', [117.05, 35.04])
  const plan = {
    ...{ format: 'one-map/plan', version: 1, title: NAME.slice(0, 50), city: '999903' },
    changes: [
      { feed: 'sites', put },
      { feed: 'sites', id: 'S0', drop: true },
    ],
  }
  const buffer = Buffer.from(JSON.stringify(plan))
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: '离线文件与打印' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.frameLocator('iframe').locator('footer').waitFor()
  const file = await taken(page, () => dialog.getByRole('button', { name: '存为 HTML 文件' }).click())
  expect(complaints).toEqual([])

  const paper = await opened(file.path)
  expect(paper.asked).toEqual(['file'])
  expect(paper.complaints).toEqual([])
  expect(
    await paper.page.evaluate(() => [document.scripts.length, document.images.length, 'obeyed' in window]),
  ).toEqual([0, 0, false])
  expect(await paper.page.title()).toBe(`方案“${plan.title}”`)
  // The policy of the file lets its own style in.
  expect(
    await paper.page
      .locator('table')
      .first()
      .evaluate((table) => getComputedStyle(table).borderCollapse),
  ).toBe('collapse')
  const steps = paper.page.getByRole('row').filter({ hasText: '117.05000, 35.04000' })
  expect(await steps.getByText('站new-1').count()).toBe(1)
  expect(
    await paper.page
      .locator('svg')
      .first()
      .locator('[data-mark]')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-mark'))),
  ).toEqual(['put', 'gone'])
  const kept = JSON.parse(await paper.page.locator('pre').evaluate((element) => element.textContent ?? ''))
  expect(kept).toEqual(plan)
  await paper.close()
})
