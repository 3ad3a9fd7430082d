import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { settled } from '../browser/settled'
import { amenityCity, type CityFiles, towerCity } from '../city/smallestCities'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { answerText, type FaultyServer, serveWithFaults } from './serveWithFaults'
import { renderedFeatures } from './visit'

const browser = sharedBrowser()
let server: FaultyServer
const contexts: BrowserContext[] = []

beforeEach(async () => {
  server = await serveWithFaults(inject('appFolder'))
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  await server.close()
})

/** A first visit to a city of these files, by a browser that asks for `locale`. */
async function visitCity(files: CityFiles, hash: string, locale: string): Promise<Page> {
  for (const [name, content] of Object.entries(files)) {
    server.fault(`/city/${name}`, answerText(200, JSON.stringify(content)))
  }
  const context = await browser().newContext({
    viewport: { width: 1920, height: 1080 },
    locale,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(`${server.url}?catalog=city/catalog.json${hash}`)
  await settled(page)
  return page
}

const zoomOf = async (page: Page): Promise<number> => {
  await page.waitForFunction(() => window.location.hash.includes('at='))
  return Number(/at=[^,]*,[^,]*,([^,&]*)/.exec(page.url())?.[1])
}

describe('two files and a catalog of only what is required', () => {
  it('are a wall: both layers in view, the stars, the row that is known, and no word of what is not there', async () => {
    const page = await visitCity(towerCity(), '', 'zh-CN')
    await page.getByRole('banner').getByText('临海新城').waitFor()
    expect(await renderedFeatures(page, 'districts')).toBeGreaterThanOrEqual(6)
    // A symbol lies on few tiles, a tower may stand at the edge of two: at least nine tenths of 260 are in view.
    expect(await renderedFeatures(page, 'towers')).toBeGreaterThan(234)
    // The catalog bounds 1.2 degrees; the data fills 0.42 of them, one and a half zoom levels closer.
    expect(await zoomOf(page)).toBeGreaterThan(9.5)
    await page
      .getByRole('button', { name: /5G网络覆盖率/ })
      .first()
      .waitFor()
    expect(
      await page
        .getByRole('navigation', { name: /运行闭环/ })
        .getByRole('button')
        .count(),
    ).toBe(1)
    const tabs = page.getByRole('tablist', { name: '地图专题' }).getByRole('tab')
    expect(await tabs.count()).toBe(2)
    await tabs.filter({ hasText: '感知态势图' }).waitFor()
    await page.getByText(`正在显示另一份目录：${server.url}city/catalog.json`).waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('are a desk in the language the browser asks for: known row first, classes, table, popup', async () => {
    const page = await visitCity(amenityCity(), '#/plan/panorama', 'en-GB')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    const rows = page.getByRole('region', { name: 'Indicator stars' }).getByRole('row')
    await rows.filter({ hasText: 'Smart campus coverage' }).waitFor()
    expect(await rows.nth(1).textContent()).toContain('Smart campus coverage')
    for (const kind of ['school', 'library', 'clinic', 'sports centre', 'theatre']) {
      await page.getByRole('complementary').getByText(kind, { exact: true }).first().waitFor()
    }
    await page.getByText('120 rows').waitFor()
    await page.getByRole('columnheader', { name: 'Kind' }).waitFor()
    expect(await axe(page)).toEqual([])
  })
})
