import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')

/** Titles of the feeds that the demonstration city plays. */
async function livingFeeds(): Promise<string[]> {
  const catalog: { feeds: { title: { zh: string }; live?: object }[] } = JSON.parse(
    await readFile(join(inject('appFolder'), 'geodata/catalog.json'), 'utf8'),
  )
  return catalog.feeds.filter(({ live }) => live).map(({ title }) => title.zh)
}

describe('the demonstration city', () => {
  it('lives by itself: every live feed is received, changes come in, and the past begins to be known', async () => {
    const feeds = await livingFeeds()
    expect(feeds.length).toBeGreaterThan(0)
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/events`)
    try {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /数据源/ })
        .click()
      const health = page.getByRole('dialog')
      for (const feed of feeds) {
        const row = health.getByRole('rowgroup').filter({ has: page.getByRole('rowheader', { name: feed }) })
        await row.getByText('实时接收').waitFor({ timeout: 60_000 })
      }
      // Somewhere something has changed since; nothing that came was unreadable.
      await health
        .getByText(/已收 \d+ 条变化/)
        .first()
        .waitFor({ timeout: 60_000 })
      expect(await health.getByText(/条读不懂/).count()).toBe(0)
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: '回放:回看过去某一刻' }).click()
      const bar = page.getByRole('region', { name: '时间条' })
      // The city's clock starts at eight; its past is known from the first reading of the page on.
      await bar.getByText(/^9月1日 08:0\d 起有记录$/).waitFor({ timeout: 60_000 })
      await bar.getByText('现在 · 实时').waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
})
