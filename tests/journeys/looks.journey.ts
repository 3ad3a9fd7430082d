import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { lasting } from '../browser/lasting'
import { textFaults } from '../browser/textFaults'
import { sharedBrowser } from './browser'
import { serveCase } from './serveCase'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
const app = inject('appFolder')

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
] as const

/** Views by their hash: the three desks with the maps that differ most, and a row with several long metrics. */
const VIEWS = [
  '#/screen/panorama',
  '#/screen/hazards',
  '#/screen/events',
  '#/plan/panorama?v=1&row=video-surveillance-completeness',
  '#/plan/sensing',
  '#/respond/events',
  '#/respond/resources',
] as const

/** Goes to another view of the page that is open, and waits until its panels say nothing of being busy. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  const workspace = hash.split('/')[1] ?? ''
  await page.waitForSelector(`[data-workspace="${workspace}"] main`)
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null, undefined, {
    timeout: 60_000,
    polling: 200,
  })
}

describe('no text is cut off, covered or upon another', () => {
  it.each(['zh-CN', 'en'] as const)('at each of the sizes in %s', async (language) => {
    const [first] = VIEWS
    const { page, close } = await visit(browser(), `${url}${first}`, { ...SIZES[0], language })
    try {
      const faults: string[] = []
      for (const size of SIZES) {
        await page.setViewportSize(size)
        for (const view of VIEWS) {
          await goTo(page, view)
          const found = await lasting(() => textFaults(page))
          faults.push(...found.map((fault) => `${view} ${size.width}: ${fault}`))
        }
      }
      expect(faults).toEqual([])
    } finally {
      await close()
    }
  })
})

describe('a wall', () => {
  it('wider than 4096 pixels has every one of them', async () => {
    const server = await serveCase(app, '10-wall-over-4096')
    const { page, close } = await visit(browser(), `${server.url}#/screen/sensing`, { width: 7680, height: 2160 })
    try {
      const sizes = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
        const gl = document.createElement('canvas').getContext('webgl2')
        return { width: canvas?.width, height: canvas?.height, most: Number(gl?.getParameter(gl.MAX_TEXTURE_SIZE)) }
      })
      expect(sizes.most).toBeGreaterThanOrEqual(7680)
      expect([sizes.width, sizes.height]).toEqual([7680, 2160])
      // Tools grow with the wall unit: 3 of 21.6 pixels, drawings with them.
      const tool = page.getByRole('button', { name: '放大' })
      expect((await tool.boundingBox())?.height).toBeCloseTo(64.8, 0)
      expect((await tool.locator('svg').boundingBox())?.height).toBeGreaterThan(36)
    } finally {
      await close()
      await server.close()
    }
  })
})
