import { describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
describe('everyone can use it', () => {
  it.each(['screen', 'plan', 'respond'])(
    'axe finds nothing in the %s workspace, in either theme',
    async (workspace) => {
      const { page, close } = await visit(browser(), `${url}#/${workspace}/resources`)
      try {
        expect(await axe(page)).toEqual([])
        await page.getByRole('button', { name: '切换为浅色' }).click()
        await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
        expect(await axe(page)).toEqual([])
      } finally {
        await close()
      }
    },
  )

  it('changes language at once and for the next visit', async () => {
    const { page, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      await page.getByRole('tab', { name: '感知态势图' }).waitFor()
      await page.getByRole('button', { name: '切换为英文' }).click()
      await page.getByRole('tab', { name: 'Sensing' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
      await page.reload()
      await page.getByRole('tab', { name: 'Sensing' }).waitFor()
    } finally {
      await close()
    }
  })

  it('goes from map to map by the arrow keys', async () => {
    const { page, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      await page.getByRole('tab', { name: '城市运行全景图' }).focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('#/plan/events')
    } finally {
      await close()
    }
  })

  it('finds a place by its name and selects it', async () => {
    const { page, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      await page.getByRole('combobox', { name: '搜索' }).fill('孟庙')
      const option = page.getByRole('listbox').getByRole('option').first()
      await option.waitFor({ timeout: 30_000 })
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(() => decodeURIComponent(page.url()), { timeout: 15_000 }).toContain('sel=')
    } finally {
      await close()
    }
  })
})
