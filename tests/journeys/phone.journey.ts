import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { lasting } from '../browser/lasting'
import { textFaults } from '../browser/textFaults'
import { sharedBrowser } from './browser'
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

/** The panels over the map: at most one. */
const panels = (page: Page) => page.locator('main aside')

describe('a phone', () => {
  it.each(['zh-CN'] as const)(
    'has every text and every control in reach at each of the sizes in %s',
    async (language) => {
      const { page, close } = await visit(browser(), `${url}#/respond/resources`, { ...PHONE, language })
      try {
        const faults: string[] = []
        for (const desk of ['respond', 'screen', 'plan']) {
          await page.evaluate((to) => {
            location.hash = to
          }, `#/${desk}/hazards`)
          await page.waitForSelector(`[data-workspace="${desk}"] main nav`)
          for (const size of NARROW) {
            await page.setViewportSize(size)
            const tabs = page.locator('main > nav button[aria-pressed]')
            for (let pane = 0; pane < (await tabs.count()); pane += 1) {
              await tabs.nth(pane).click()
              await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
              const found = await lasting(async () => [...(await textFaults(page)), ...(await tooSmall(page))])
              faults.push(...found.map((fault) => `${desk} ${pane} ${size.width}: ${fault}`))
              expect(await panels(page).count()).toBe(pane === 0 ? 0 : 1)
            }
          }
        }
        expect(faults).toEqual([])
      } finally {
        await close()
      }
    },
  )
})
