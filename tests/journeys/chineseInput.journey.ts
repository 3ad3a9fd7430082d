import { readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { answerText, serveWithFaults } from './serveWithFaults'
import { visit } from './visit'

const browser = sharedBrowser()
const CASE = new URL('../cases/11-ime-enter/', import.meta.url)
const FILES = ['catalog.json', 'cams.geojson', 'land.geojson']

/** A key as Chromium gives it while an input method has it: of no key's own code. */
async function composedKey(session: CDPSession, key: string): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229 })
  }
}

describe('an input method in the search box', () => {
  it('has Enter, Escape and arrows for itself while it composes; the next Enter goes to the first hit', async () => {
    const served = await serveWithFaults(inject('appFolder'))
    for (const name of FILES)
      served.fault(`/geodata/${name}`, answerText(200, readFileSync(new URL(name, CASE), 'utf8')))
    const { page, context, complaints, close } = await visit(browser(), `${served.url}#/plan/sensing`)
    try {
      const session = await context.newCDPSession(page)
      const box = page.getByRole('combobox', { name: '搜索' })
      const options = page.getByRole('listbox', { name: '搜索' }).getByRole('option')
      await box.focus()
      await session.send('Input.imeSetComposition', { text: '路口', selectionStart: 2, selectionEnd: 2 })
      await options.nth(1).waitFor({ timeout: 30_000 })
      for (const key of ['ArrowDown', 'Enter', 'Escape']) await composedKey(session, key)
      // Nothing of the page took them: the list stands on its first hit, and nothing is selected.
      expect(await box.getAttribute('aria-expanded')).toBe('true')
      expect(await options.nth(0).getAttribute('aria-selected')).toBe('true')
      expect(page.url()).not.toContain('sel=')

      await session.send('Input.insertText', { text: '路口' })
      expect(await box.inputValue()).toBe('路口')
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toContain('sel=cams:37088300001320000123')
      expect(await box.getAttribute('aria-expanded')).toBe('false')

      // Letters that spell it, before an input method has made words of them.
      await box.fill('xmlk')
      await expect.poll(() => options.first().textContent()).toContain('西门路口枪机')
      expect(complaints).toEqual([])
    } finally {
      await close()
      await served.close()
    }
  })
})
