import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { dots, type LivingCity, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime } from './shanghai'
import { visit } from './visit'

const browser = sharedBrowser()
const NUMBERS = [1, 2, 3, 4, 5, 6]

const cityOfGauges = (): Promise<LivingCity> =>
  livingCity({
    feeds: [
      livingFeed('gauges', { record: 'device', title: { zh: '水位计', en: 'Gauges' }, fields: { time: 'lastSeen' } }),
    ],
    layers: [dots('gauges', 'gauges')],
    maps: [{ id: 'sensing', layers: ['gauges'], table: { feed: 'gauges', columns: ['name', 'value', 'kind'] } }],
  })

function report(city: LivingCity, nth: number, value: number, name: string | null = `${nth} 号水位`): void {
  const properties = {
    ...(name && { name }),
    kind: nth % 2 === 0 ? '河道' : '水库',
    value,
    lastSeen: isoTime(Date.now()),
  }
  city.server.put('gauges', pointFeature(`W-${nth}`, nth, properties))
}

const tableOf = (page: Page) => page.getByRole('table', { name: '水位计' })
const rowsOf = (page: Page) => tableOf(page).locator('tbody tr[data-row]')
const namesOf = (page: Page) => rowsOf(page).locator('td:first-child').allTextContents()
const focusedOf = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('td')?.textContent ?? null)

describe('a living table by keyboard', () => {
  it('keeps the focus on its record through re-sorting, new rows and rows that leave, and the link opens it again', async () => {
    const city = await cityOfGauges()
    for (const nth of NUMBERS) report(city, nth, nth)
    const { page, complaints, close } = await visit(browser(), `${city.url}#/plan/sensing`)
    try {
      await rowsOf(page).nth(5).waitFor({ timeout: 60_000 })
      await tableOf(page).getByRole('button', { name: '按 数值 排序' }).click()
      await expect.poll(() => namesOf(page)).toEqual([6, 5, 4, 3, 2, 1].map((nth) => `${nth} 号水位`))

      // Down to the third row by keys alone, from the head of the table.
      await rowsOf(page).first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await focusedOf(page)).toBe('4 号水位')

      // It falls to the end, and the focus with it.
      report(city, 4, 0.5)
      await expect
        .poll(() => namesOf(page), { timeout: 30_000 })
        .toEqual([6, 5, 3, 2, 1, 4].map((nth) => `${nth} 号水位`))
      expect(await focusedOf(page)).toBe('4 号水位')
      // A new one comes before it; it has no name, and says what it is and where.
      report(city, 7, 9, null)
      await expect
        .poll(async () => (await namesOf(page))[0], { timeout: 30_000 })
        .toMatch(/^水库 · 117\.08500, 35\.06000$/)
      expect(await focusedOf(page)).toBe('4 号水位')
      await page.keyboard.press('ArrowUp')
      expect(await focusedOf(page)).toBe('1 号水位')
      // The record leaves: the row in its place has the focus.
      city.server.remove('gauges', 'W-1')
      await expect.poll(() => focusedOf(page), { timeout: 30_000 }).toBe('4 号水位')
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toContain('sel=gauges:W-4')

      // Wider by keys.
      const edge = page.getByRole('separator', { name: '“数值”的列宽' })
      await edge.focus()
      const before = Number(await edge.getAttribute('aria-valuenow'))
      await page.keyboard.press('Shift+ArrowRight')
      await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow'))).toBe(before + 64)
      expect(await axe(page)).toEqual([])

      // Filtered, and opened again from the address.
      await page.getByRole('button', { name: '筛选' }).click()
      await page.getByRole('group', { name: '类别' }).getByRole('button', { name: /^水库/ }).click()
      await expect.poll(() => namesOf(page)).toHaveLength(3)
      const address = page.url()
      expect(decodeURIComponent(address)).toContain('sort=gauges:-value&filter=gauges:kind:水库')
      const again = await visit(browser(), address)
      try {
        await expect.poll(() => namesOf(again.page), { timeout: 60_000 }).toEqual(await namesOf(page))
      } finally {
        await again.close()
      }
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })
})
