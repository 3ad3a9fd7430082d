import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
const CARD = '现在有多少件没办完?'

/** The figure of a card's headline: `163` of `163件`. */
async function figureOf(card: Locator): Promise<number> {
  return Number(/\d[\d,]*/.exec((await card.locator('[class*=figure]').first().textContent()) ?? '')?.[0])
}

/** Changes after the moment looked at, as the time bar says; 0 for none. */
async function changesSince(bar: Locator): Promise<number> {
  return Number(/之后又有 ([\d,]+) 处变化/.exec((await bar.textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? 0)
}

/** Minutes of the day on the clock of the page. */
async function clockOf(page: Page): Promise<number> {
  const [, hours, minutes] = /(\d\d):(\d\d)/.exec((await page.getByRole('timer').textContent()) ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

describe('playback', () => {
  it('shows the earlier state while the city lives on behind, and one key goes back to now', async () => {
    const { page, complaints, close } = await visit(browser(), `${url}#/screen/events`)
    try {
      const card = page.getByRole('article', { name: CARD })
      await card.locator('[class*=figure]').first().waitFor({ timeout: 60_000 })
      const atFirst = await figureOf(card)
      expect(atFirst).toBeGreaterThan(0)

      await page.keyboard.press('p')
      const bar = page.getByRole('region', { name: '时间条' })
      const slider = bar.getByRole('slider', { name: '回看的时刻' })
      await slider.waitFor({ timeout: 60_000 })
      await bar.getByRole('tab', { name: '60 倍速' }).click()
      // A minute a second: within some of them a case is opened or closed.
      await expect.poll(() => figureOf(card), { timeout: 120_000, interval: 500 }).not.toBe(atFirst)
      await expect.poll(() => clockOf(page), { timeout: 60_000 }).toBeGreaterThan(8 * 60 + 5)

      await slider.focus()
      await page.keyboard.press('Home')
      const status = page.getByRole('status').filter({ hasText: '不是现在' })
      await status.getByText(/^正在回看 9月1日 08:0\d:\d\d,不是现在$/).waitFor({ timeout: 30_000 })
      await expect.poll(() => figureOf(card), { timeout: 30_000 }).toBe(atFirst)
      const lookedAt = await clockOf(page)
      expect(lookedAt).toBeLessThan(8 * 60 + 5)

      // Live goes on behind: more has changed since, and what is looked at stays as it was.
      const since = await changesSince(bar)
      expect(since).toBeGreaterThan(0)
      await expect.poll(() => changesSince(bar), { timeout: 60_000 }).toBeGreaterThan(since)
      expect(await figureOf(card)).toBe(atFirst)
      expect(await clockOf(page)).toBe(lookedAt)

      // One step of the arrow key is a second.
      const before = Number(await slider.inputValue())
      await page.keyboard.press('ArrowRight')
      await expect.poll(async () => Number(await slider.inputValue())).toBe(before + 1_000)

      await page.keyboard.press('n')
      await status.waitFor({ state: 'detached', timeout: 30_000 })
      await bar.getByText('现在 · 实时').waitFor()
      await expect.poll(() => clockOf(page), { timeout: 30_000 }).toBeGreaterThan(8 * 60 + 5)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('axe finds nothing with the time bar open and the past on show, in either language', async () => {
    const { page, close } = await visit(browser(), `${url}#/respond/events`)
    try {
      await page.getByRole('button', { name: '回放:回看过去某一刻' }).click()
      const bar = page.getByRole('region', { name: '时间条' })
      await bar.getByRole('slider').waitFor({ timeout: 60_000 })
      expect(await axe(page)).toEqual([])
      await bar.getByRole('slider').focus()
      await page.keyboard.press('Home')
      await page.getByRole('status').filter({ hasText: '不是现在' }).waitFor({ timeout: 30_000 })
      expect(await axe(page)).toEqual([])
      await page.getByRole('button', { name: '切换为英文' }).click()
      await page.getByRole('region', { name: 'Time bar' }).getByRole('slider', { name: 'Moment to look at' }).waitFor()
      await page.getByRole('status').filter({ hasText: 'not now' }).waitFor()
      expect(await axe(page)).toEqual([])
    } finally {
      await close()
    }
  })
})
