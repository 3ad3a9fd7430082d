import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { settled } from '../browser/settled'
import { sharedBrowser } from './browser'
import { serveWithFaults } from './serveWithFaults'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()

describe('with the server stopped', () => {
  it('a reload shows the last city with the age of its data', async () => {
    const server = await serveWithFaults(inject('appFolder'))
    const { page, close } = await visit(browser(), `${server.url}#/plan/panorama`, { serviceWorker: true })
    try {
      // The catalog and the feeds came before there was a service worker; it keeps them as soon as it stands.
      const kept = () =>
        page.evaluate(async () => (await (await caches.open('city')).keys()).map(({ url }) => url.split('/').at(-1)))
      await expect
        .poll(kept, { timeout: 180_000, interval: 1000 })
        .toEqual(expect.arrayContaining(['catalog.json', 'roads-major.geojson', 'key-areas.geojson']))
      await server.close()

      await page.reload()
      await settled(page)
      expect(await renderedFeatures(page, 'roads-major')).toBeGreaterThan(0)
      await page
        .getByRole('button', { name: /数据健康|数据源/ })
        .first()
        .click()
      expect(await page.getByRole('dialog').textContent()).toContain('仍在使用')
    } finally {
      await close()
      await server.close().catch(() => {})
    }
  })
})

describe('with a new build on the server', () => {
  it('a desk that stands open offers it, and has it after one click', async () => {
    const server = await serveWithFaults(inject('appFolder'))
    const { page, close } = await visit(browser(), `${server.url}#/plan/panorama`, { serviceWorker: true })
    try {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 180_000 })
      const worker = await readFile(join(inject('appFolder'), 'serviceWorker.js'), 'utf8')
      server.fault('/serviceWorker.js', (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(`${worker}\n// another build`)
      })
      await page.evaluate(async () => {
        document.body.dataset.opened = 'before'
        await (await navigator.serviceWorker.ready).update()
      })
      await page.getByRole('button', { name: '现在更新' }).click({ timeout: 180_000 })
      await page.waitForFunction(() => document.body?.dataset.opened === undefined, undefined, { timeout: 180_000 })
      await settled(page)
      expect(await page.getByRole('button', { name: '现在更新' }).count()).toBe(0)
    } finally {
      await close()
      await server.close()
    }
  })
})
