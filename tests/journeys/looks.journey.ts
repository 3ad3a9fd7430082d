import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { controlFaults } from '../browser/controlFaults'
import { lasting } from '../browser/lasting'
import { textFaults } from '../browser/textFaults'
import { sharedBrowser } from './browser'
import { serveCase } from './serveCase'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
const app = inject('appFolder')

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
] as const

/** Every map of every desk by its hash, and rows with long metrics. */
const VIEWS = [
  '#/screen/panorama',
  '#/screen/events',
  '#/screen/sensing',
  '#/screen/hazards',
  '#/screen/resources',
  '#/plan/panorama?v=1&row=video-surveillance-completeness',
  '#/plan/events',
  '#/plan/sensing',
  '#/plan/hazards',
  '#/plan/resources',
  '#/respond/panorama',
  '#/respond/events',
  '#/respond/sensing',
  '#/respond/hazards',
  '#/respond/resources',
] as const

/** Every view at two of the sizes in one language, and at the two others in the other. */
const isMeasured = (view: number, size: number, language: 'zh-CN' | 'en'): boolean =>
  (view + size) % 2 === (language === 'en' ? 1 : 0)

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

/** What cannot be read whole or not be reached, as far as it stays so. */
const faultsOf = async (page: Page, where: string): Promise<string[]> => {
  const found = await lasting(async () => [...(await textFaults(page)), ...(await controlFaults(page))])
  return found.map((fault) => `${where} ${page.viewportSize()?.width}: ${fault}`)
}

describe('no text is cut off, covered or upon another, and no control is covered', () => {
  it.each(['zh-CN', 'en'] as const)('at each of the sizes in %s', async (language) => {
    const { page, close } = await visit(browser(), url + VIEWS[0], { ...SIZES[0], language })
    try {
      const faults: string[] = []
      for (const [at, size] of SIZES.entries()) {
        await page.setViewportSize(size)
        for (const [index, view] of VIEWS.entries()) {
          if (!isMeasured(index, at, language)) continue
          await goTo(page, view)
          faults.push(...(await faultsOf(page, view)))
        }
      }
      expect(faults).toEqual([])
    } finally {
      await close()
    }
  })

  it.each(['zh-CN', 'en'] as const)('in dialogs, popups and the time bar in %s', async (language) => {
    const { page, close } = await visit(browser(), `${url}#/plan/resources`, { ...SIZES[0], language })
    try {
      const faults: string[] = []
      const dialog = page.locator('dialog[open]')
      const looked = async (what: string): Promise<void> => {
        faults.push(...(await faultsOf(page, what)))
      }
      await page.locator('tr[data-row="0"]').click()
      await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
      await looked('popup')
      await page.keyboard.press('?')
      await dialog.waitFor()
      await looked('help')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      const header = page.getByRole('banner')
      await header.locator('button[aria-haspopup="dialog"]').last().click()
      await dialog.locator('button[aria-expanded="false"]').first().click()
      await looked('health')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      // Where the clipboard is closed to the page the address is shown.
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
      await header.getByRole('button', { name: language === 'en' ? 'Copy link' : '复制链接' }).click()
      await dialog.waitFor()
      await looked('share')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      // The time bar lies beside the map's tools and over the legend, not on them.
      await page.keyboard.press('p')
      await page.locator('input[type=range]').waitFor()
      await looked('time bar at a desk')
      await goTo(page, '#/screen/sensing')
      await looked('time bar on a wall')
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
