import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { settled } from '../browser/settled'
import { sharedBrowser } from './browser'
import { answerText, type FaultyServer, serveWithFaults } from './serveWithFaults'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const FEED = '/geodata/key-areas.geojson'
let server: FaultyServer

beforeEach(async () => {
  server = await serveWithFaults(inject('appFolder'))
})
afterEach(() => server.close())

const keyAreas = async (): Promise<{ features: { geometry: unknown }[] }> =>
  JSON.parse(await readFile(join(inject('appFolder'), FEED), 'utf8'))

describe('one feed breaks and the city works on', () => {
  it.each([
    ['answers 500', 500, 'down', /服务器返回 500/],
    [
      'is cut off',
      200,
      '{"type":"FeatureCollection","features":[{"type":"Fea',
      /文件不完整:在第 1 行\(第 \d+ 字节\)中断/,
    ],
  ])('when it %s: the rest is drawn and the fault is named', async (_, status, text, named) => {
    server.fault(FEED, answerText(status, text))
    const { page, close } = await visit(browser(), `${server.url}#/plan/panorama`)
    try {
      expect(await renderedFeatures(page, 'roads-major')).toBeGreaterThan(0)
      await page
        .getByRole('button', { name: /数据健康|数据源/ })
        .first()
        .click()
      const panel = page.getByRole('dialog')
      await panel.getByText('重点公共区域', { exact: false }).first().waitFor()
      expect(await panel.textContent()).toMatch(named)
      await page.keyboard.press('Escape')
      // The row that needs the feed is unknown, and says which feed is missing; it is not zero.
      const row = page.getByRole('row', { name: /5G网络覆盖率/ })
      await row.getByText('未知').first().waitFor({ timeout: 30_000 })
      expect(await row.textContent()).not.toMatch(/\d%/)
    } finally {
      await close()
    }
  })

  it('when half of its features are bad: they are counted, named, and the good half is used', async () => {
    const feed = await keyAreas()
    const bad = feed.features.filter((feature, index) => {
      if (index % 2 === 0) feature.geometry = { type: 'Point', coordinates: ['116.9', '35.4'] }
      return index % 2 === 0
    })
    server.fault(FEED, answerText(200, JSON.stringify(feed)))
    const { page, close } = await visit(browser(), `${server.url}#/plan/panorama`)
    try {
      expect(await renderedFeatures(page, 'key-areas')).toBeGreaterThan(0)
      await page
        .getByRole('button', { name: /数据健康|数据源/ })
        .first()
        .click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('button', { name: `${bad.length} · 查看 重点公共区域 的隔离要素` }).waitFor()
      // The sum above the table is that of its column of quarantine, over every feed.
      const apart = async () => {
        const [, said] = /共隔离 (\d+) 条要素/.exec(await panel.innerText()) ?? []
        const counts = await panel.locator('tbody tr > td:nth-child(9)').allInnerTexts()
        return Number(said) - counts.reduce((total, text) => total + (Number(text.trim()) || 0), 0)
      }
      await expect.poll(apart, { timeout: 30_000 }).toBe(0)
    } finally {
      await close()
    }
  })

  it('when one feature carries what no tile can hold: its layer stays on the map, the feature with it', async () => {
    const feed = await keyAreas()
    const drawn = async (): Promise<number> => {
      const { page, close, complaints } = await visit(browser(), `${server.url}#/plan/panorama`)
      try {
        const count = await renderedFeatures(page, 'key-areas')
        expect(complaints).toEqual([])
        return count
      } finally {
        await close()
      }
    }
    const healthy = await drawn()
    expect(healthy).toBeGreaterThan(0)
    const hostile =
      '"constructor":1,"__proto__":2,"toString":"x","n":12345678901234567890,"low":-9999999999999999999,"huge":1e300,'
    // Written by hand: an object literal would lose `__proto__`.
    const text = JSON.stringify(feed).replace('"properties":{', `"properties":{${hostile}`)
    expect(text).toContain('__proto__')
    server.fault(FEED, answerText(200, text))
    expect(await drawn()).toBe(healthy)
  })

  it('when the server of the catalog is not up yet: it says so, and opens the city by itself once it is', async () => {
    server.fault('/geodata/catalog.json', answerText(503, ''))
    const { page, close } = await visit(browser(), server.url, { settle: false })
    try {
      await page.getByText(/\d+ 秒后自动重试/).waitFor()
      expect(await page.getByRole('alert').textContent()).toContain('503')
      server.mend('/geodata/catalog.json')
      await page.getByRole('banner').waitFor({ timeout: 60_000 })
      await settled(page)
    } finally {
      await close()
    }
  })

  it('when the catalog is faulty: it is refused with every fault named by its path', async () => {
    server.fault(
      '/geodata/catalog.json',
      answerText(200, '{"version":2,"city":{"code":1},"feeds":[],"indicators":[],"typo":1}'),
    )
    const { page, close } = await visit(browser(), server.url, { settle: false })
    try {
      const alert = page.getByRole('alert')
      await alert.waitFor()
      const words = await alert.textContent()
      for (const path of ['version', 'city.code', 'city.name', 'city.bounds', 'typo'])
        expect(words ?? '').toContain(path)
    } finally {
      await close()
    }
  })
})
