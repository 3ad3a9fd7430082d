import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { lasting } from '../browser/lasting'
import { textFaults } from '../browser/textFaults'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { serveCase } from './serveCase'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')

const PHONE = { width: 390, height: 844 } as const
/** An upright phone, a tablet, and a desk of 1920 × 1080 enlarged three times. */
const NARROW = [PHONE, { width: 820, height: 1180 }, { width: 640, height: 360 }] as const

/** What a finger could not press, one line each: lower or narrower than 44 pixels, or beyond the edge of the page. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const modal = document.querySelector('dialog[open]')
    const controls = (modal ?? document).querySelectorAll('button, select, input, summary, [role="tab"], tr[tabindex]')
    for (const control of controls) {
      // A row that is pressed as a whole is what counts, not the button in it; a choice is pressed by its label.
      const target = control.closest('tr[tabindex], tbody tr:has(th button)') ?? control.closest('label') ?? control
      const { left, right, width, height } = target.getBoundingClientRect()
      if (width === 0 || control.closest('.visually-hidden') || !control.checkVisibility()) continue
      const scrolled = control.closest('[class*="scroller"]')
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.tagName
      if (height < 43.5 || width < 43.5) faults.push(`${Math.round(width)}×${Math.round(height)} ${name.slice(0, 40)}`)
      const isPast = left < -1 || right > innerWidth + 1
      if (isPast && !scrolled && getComputedStyle(control).clipPath === 'none') faults.push(`beyond the edge: ${name}`)
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways')
    return [...new Set(faults)]
  })
}

/** Controls of one panel's head that are drawn alike: nobody could tell them apart. */
function drawnAlike(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main aside header')].flatMap((head) => {
      const drawings = [...head.querySelectorAll('button svg')].map((svg) => svg.innerHTML)
      return drawings.some((drawing, at) => drawings.indexOf(drawing) < at)
        ? [`drawn alike: ${head.querySelector('h2')?.textContent}`]
        : []
    }),
  )
}

/** The panels over the map: at most one. */
const panels = (page: Page) => page.locator('main aside')

/** Every panel over the map in turn, and none, with what `found` there is at fault. */
async function eachPane(page: Page, found: () => Promise<readonly string[]>): Promise<string[]> {
  const tabs = page.locator('main > nav button[aria-pressed]')
  const { width } = page.viewportSize() ?? PHONE
  const place = new URL(page.url()).hash
  const faults: string[] = []
  for (let pane = 0; pane < (await tabs.count()); pane += 1) {
    await tabs.nth(pane).click()
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
    for (const fault of await lasting(found)) faults.push(`${place} ${pane} ${width}: ${fault}`)
    expect(await panels(page).count()).toBe(pane === 0 ? 0 : 1)
  }
  return faults
}

const goTo = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForSelector(`[data-workspace="${hash.split('/')[1]}"] main nav`)
}

const inReach = async (page: Page): Promise<readonly string[]> => [
  ...(await textFaults(page)),
  ...(await tooSmall(page)),
  ...(await drawnAlike(page)),
]

/** A row with a metric and gaps, so that the desk has something open. */
const ROW = '#/plan/hazards?v=1&row=5g-key-area-coverage'

describe('a phone', () => {
  it('has every text and every control in reach at each of the sizes', async () => {
    const { page, close } = await visit(browser(), `${url}#/respond/resources`, PHONE)
    try {
      const faults: string[] = []
      for (const hash of ['#/respond/hazards', '#/screen/hazards', ROW]) {
        await goTo(page, hash)
        for (const size of NARROW) {
          await page.setViewportSize(size)
          faults.push(...(await eachPane(page, () => inReach(page))))
        }
      }
      expect(faults).toEqual([])
    } finally {
      await close()
    }
  })

  it.each(['zh-CN', 'en'] as const)('is told to a screen reader in order in %s', async (language) => {
    const { page, close } = await visit(browser(), `${url}#/respond/hazards`, { ...PHONE, language })
    try {
      const faults: string[] = []
      for (const hash of [language === 'en' ? '#/screen/events' : '#/respond/hazards', ROW]) {
        await goTo(page, hash)
        faults.push(
          ...(await eachPane(page, async () => [
            ...(await axe(page)),
            // In Chinese every size is looked at above.
            ...(language === 'en' ? await inReach(page) : []),
          ])),
        )
      }
      // What is selected opens its popup over the map, or its sheet.
      await goTo(page, '#/screen/sensing?v=1&sel=devices:SB00001')
      await page.locator('main > nav button[aria-pressed]').first().click()
      await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
      faults.push(...(await lasting(() => axe(page))))
      await goTo(page, '#/respond/sensing?v=1&sel=devices:SB00001')
      await page.locator('main aside h3').first().waitFor()
      faults.push(...(await lasting(() => axe(page))))
      expect(faults).toEqual([])
    } finally {
      await close()
    }
  })

  it('has a county with one map and two cameras in reach too, also where a desk is enlarged three times', async () => {
    const server = await serveCase(inject('appFolder'), '14-narrow-page')
    const { page, close } = await visit(browser(), `${server.url}#/respond/sensing`, PHONE)
    try {
      const faults: string[] = []
      for (const hash of ['#/respond/sensing', '#/screen/sensing']) {
        await goTo(page, hash)
        for (const size of [PHONE, NARROW[2]]) {
          await page.setViewportSize(size)
          faults.push(...(await eachPane(page, () => inReach(page))))
        }
      }
      expect(faults).toEqual([])
    } finally {
      await close()
      await server.close()
    }
  })
})
