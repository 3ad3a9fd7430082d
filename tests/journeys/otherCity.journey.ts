import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')

describe('another city', () => {
  it('comes from its catalog alone, under a banner with its origin', async () => {
    const { page, complaints, close } = await visit(
      browser(),
      `${url}?catalog=geodata/sample-county/catalog.json#/plan/panorama`,
    )
    try {
      await page.getByText('示例县').first().waitFor()
      await page.getByText(new URL(url).origin, { exact: false }).first().waitFor()
      expect(await renderedFeatures(page, 'key-areas')).toBeGreaterThan(0)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('from an origin the deployment does not list is refused by name', async () => {
    const { page, close } = await visit(browser(), `${url}?catalog=http://127.0.0.1:9/catalog.json`, { settle: false })
    try {
      const alert = page.getByRole('alert')
      await alert.waitFor()
      expect(await alert.textContent()).toContain('http://127.0.0.1:9')
      expect(await alert.textContent()).toContain('connect-src')
    } finally {
      await close()
    }
  })
})
