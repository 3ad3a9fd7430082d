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
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
      })
      // The first visit was before the service worker; the second is kept by it.
      await page.reload()
      await settled(page)
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
