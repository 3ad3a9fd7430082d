import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')

/** Layers each map must show at its opening camera, beside the city itself. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  panorama: ['key-areas', 'scenic'],
  events: ['cases'],
  sensing: ['devices'],
  hazards: ['hazards', 'warnings'],
  resources: ['teams', 'stores', 'hospitals'],
}
const CITY = ['land', 'roads-major', 'boundary']

/** How many different colours a coarse sample of the picture has. */
async function colours(png: Buffer, page: Page): Promise<number> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
    const seen = new Set<number>()
    for (let i = 0; i < pixels.length; i += 4 * 7) seen.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!)
    return seen.size
  }, png.toString('base64'))
}

describe('the five maps', () => {
  it.each(Object.keys(SHOWN))('%s shows the city and its own layers, with nothing to complain of', async (map) => {
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/${map}`)
    try {
      for (const layer of [...CITY, ...(SHOWN[map] ?? [])]) {
        expect(await renderedFeatures(page, layer), `features of ${layer} on the screen`).toBeGreaterThan(0)
      }
      // The middle of the page, which no panel covers.
      const picture = await page.screenshot({ clip: { x: 560, y: 120, width: 320, height: 320 } })
      expect(await colours(picture, page), 'colours of the map picture').toBeGreaterThan(40)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('switches maps and workspaces on the one map instance, without a reload', async () => {
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      const canvas = await page.locator('canvas.maplibregl-canvas').elementHandle()
      await page.evaluate(() => {
        document.documentElement.dataset.unloaded = 'no'
      })
      await page.getByRole('tab', { name: '隐患一张图' }).click()
      await expect.poll(() => renderedFeatures(page, 'hazards'), { timeout: 30_000 }).toBeGreaterThan(0)
      await page.getByRole('tab', { name: '应急', exact: true }).click()
      await expect.poll(() => page.url()).toContain('#/respond/hazards')
      expect(await page.evaluate((before) => document.contains(before), canvas)).toBe(true)
      expect(await page.evaluate(() => document.documentElement.dataset.unloaded)).toBe('no')
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('restores scope, map, open row and selected feature from a link', async () => {
    const link = `${url}#/plan/sensing?v=1&scope=dev-zone&row=video-surveillance-networking`
    const { page, close } = await visit(browser(), link)
    try {
      expect(new URL(page.url()).hash).toContain('#/plan/sensing?v=1&scope=dev-zone&row=video-surveillance-networking')
      await page
        .getByRole('heading', { name: /视频监控联网率/ })
        .first()
        .waitFor()
    } finally {
      await close()
    }
  })
})
