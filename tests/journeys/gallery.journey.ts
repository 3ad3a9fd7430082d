import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFolder } from '#cli/serveFolder.ts'
import { viteBuild } from '../bench/viteBuild'
import { type Box, brightnessIn } from '../browser/pictures'
import { type GalleryLook, readLook, writeLook } from '../gallery/galleryLook'
import { RUNGS } from '../gallery/openGalleryCity'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
let folder: string
let served: Served

beforeAll(async () => {
  folder = await viteBuild(fileURLToPath(new URL('../gallery/', import.meta.url)), 'gallery')
  served = await serveFolder(folder, 0)
})
afterAll(async () => {
  await served?.close()
  await rm(folder, { recursive: true, force: true })
})

const BASE = readLook('')
/** Every two of theme, language and look together once. */
const LOOKS: readonly Partial<GalleryLook>[] = [
  { theme: 'dark', language: 'zh-CN', scale: 'wall' },
  { theme: 'dark', language: 'en', scale: 'desk' },
  { theme: 'light', language: 'zh-CN', scale: 'desk' },
  { theme: 'light', language: 'en', scale: 'wall' },
]
const SECTIONS = ['ui', ...RUNGS]
/** The same card stands in the gallery many times, and with it its landmark; on a page of the app it stands once. */
const MANY_OF_ONE = ['landmark-unique']

/** The gallery under the policy of the app, when every card has its answer, but those that wait for good. */
async function open(look: Partial<GalleryLook>) {
  const opened = await visit(browser(), served.url + writeLook(BASE, look), {
    width: 1920,
    height: 1080,
    settle: false,
  })
  await opened.page.locator('[data-section]').last().waitFor()
  await opened.page.waitForFunction(() => {
    const busy = [...document.querySelectorAll('[data-section] [aria-busy="true"]')]
    return busy.every((element) => element.closest('[data-section="loading"], [data-section="ui"]'))
  })
  return opened
}

interface Shown {
  readonly box: Box
  readonly text: string
}

/** Where each section stands on the whole page, and its words. */
const sectionsOf = (page: Page): Promise<Readonly<Record<string, Shown>>> =>
  page.evaluate(() => {
    const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')]
    return Object.fromEntries(
      sections.map((section) => {
        const { x, y, width, height } = section.getBoundingClientRect()
        const box = { x, y: y + window.scrollY, width, height }
        return [section.dataset.section, { box, text: section.innerText }]
      }),
    )
  })

/** Words of the sections in each look that has been seen, by its address. */
const seen = new Map<string, Readonly<Record<string, Shown>>>()

describe('the gallery', () => {
  for (const look of LOOKS) {
    const address = writeLook(BASE, look)
    it(`shows every section, accessible and within the policy: ${address}`, async () => {
      const { page, complaints, close } = await open(look)
      try {
        const shown = await sectionsOf(page)
        seen.set(address, shown)
        expect(Object.keys(shown)).toEqual(SECTIONS)
        const picture = await page.screenshot({ fullPage: true })
        const bright = await brightnessIn(
          browser(),
          picture,
          Object.values(shown).map(({ box }) => box),
        )
        for (const [index, section] of SECTIONS.entries()) {
          const { mean = 0, spread = 0 } = bright[index] ?? {}
          expect(spread, `${section} is blank`).toBeGreaterThan(4)
          if (look.theme === 'light') expect(mean, section).toBeGreaterThan(180)
          else expect(mean, section).toBeLessThan(60)
        }
        expect(await axe(page, MANY_OF_ONE)).toEqual([])
        expect(complaints).toEqual([])
      } finally {
        await close()
      }
    })
  }

  it('has other words in each language, and a wall is larger than a desk', () => {
    const [chineseWall, englishDesk, chineseDesk, englishWall] = LOOKS.map((look) => seen.get(writeLook(BASE, look)))
    for (const section of SECTIONS) {
      const chinese = chineseDesk?.[section]?.text
      const english = englishDesk?.[section]?.text
      expect(chinese, section).toMatch(/[\u4e00-\u9fff]{2}/)
      expect(english, section).not.toBe(chinese)
      // A wall has larger letters than a desk.
      expect(chineseWall?.[section]?.box.height, section).toBeGreaterThan(chineseDesk?.[section]?.box.height ?? 0)
      expect(englishWall?.[section]?.box.height, section).toBeGreaterThan(englishDesk?.[section]?.box.height ?? 0)
    }
  })

  it('has a dialog that is accessible when it is open', async () => {
    const { page, complaints, close } = await open({ only: 'Dialog', language: 'en' })
    try {
      await page.getByRole('button', { name: 'Open the dialog' }).click()
      await page.getByRole('dialog', { name: 'Share what is on show' }).waitFor()
      expect(await axe(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
})
