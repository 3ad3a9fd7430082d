import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { dots, type LivingCity, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime } from './shanghai'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()

/** Two cases far apart and three teams; on the map of events no layer draws teams, and the cases are off at first. */
async function cityOfCases(): Promise<LivingCity> {
  const city = await livingCity({
    feeds: [
      livingFeed('cases', { record: 'case', title: { zh: '案件', en: 'Cases' }, fields: { time: 'reported' } }),
      livingFeed('teams', { record: 'team', title: { zh: '队伍', en: 'Teams' } }),
    ],
    layers: [dots('cases', 'cases', { visible: false }), dots('teams', 'teams')],
    maps: [
      {
        id: 'events',
        layers: ['cases'],
        cards: [{ kind: 'total', feed: 'cases', title: { zh: '现在有多少件？' }, unit: { zh: '件' } }],
        table: { feed: 'cases', columns: ['name', 'stage'] },
      },
      { id: 'resources', layers: ['teams'], cards: [] },
    ],
  })
  const reported = isoTime(Date.now() - 3_600_000)
  city.server.put('cases', pointFeature('C-1', 0, { name: '路灯不亮', stage: '处置', reported }))
  city.server.put('cases', pointFeature('C-2', 299, { name: '井盖松动', stage: '结案', reported }))
  for (const [id, nth] of [
    ['T-1', 21],
    ['T-2', 42],
    ['T-3', 63],
  ] as const)
    city.server.put('teams', pointFeature(id, nth, { name: `抢修${id}`, people: 9 }))
  return city
}

/** Places of the features above. */
const CASE_1 = [117.05, 35.06] as const
const CASE_2 = [117.145, 35.13] as const

const sheet = (page: Page) => page.getByRole('complementary', { name: '右侧面板' })
const heading = (page: Page, name: string) => sheet(page).getByRole('heading', { name, exact: true }).waitFor()

/** A place of the map, and the panels that it is not to be under. */
async function clearOfPanels(page: Page, [longitude, latitude]: readonly [number, number]): Promise<boolean> {
  return page.evaluate(
    ([x, y]) => {
      const at = window.__oneMap?.project(x ?? 0, y ?? 0)
      if (!at) return false
      const covers = ({ left, right, top, bottom }: DOMRect) =>
        at.x > left && at.x < right && at.y > top && at.y < bottom
      const panels = [...document.querySelectorAll('aside, header')].map((panel) => panel.getBoundingClientRect())
      return covers(document.documentElement.getBoundingClientRect()) && !panels.some(covers)
    },
    [longitude, latitude],
  )
}

describe('a desk', () => {
  it('has what is picked on the map, in a frame free of panels, with what is nearest, and no bubble over it', async () => {
    const city = await cityOfCases()
    const { page, complaints, close } = await visit(browser(), `${city.url}#/respond/events?v=1&sel=cases:C-1`)
    try {
      await heading(page, '路灯不亮')
      await expect.poll(() => renderedFeatures(page, 'sketch~selected'), { timeout: 30_000 }).toBeGreaterThan(0)
      await expect.poll(() => renderedFeatures(page, 'sketch~nearest'), { timeout: 30_000 }).toBeGreaterThan(0)
      await expect.poll(() => clearOfPanels(page, CASE_1)).toBe(true)
      expect(await page.locator('.maplibregl-popup').count()).toBe(0)
      // From the list: the other end of the city.
      await page.getByRole('row', { name: /井盖松动/ }).click()
      await heading(page, '井盖松动')
      await expect.poll(() => clearOfPanels(page, CASE_2), { timeout: 10_000 }).toBe(true)
      expect(await axe(page)).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })

  it('goes back: from a resource to the incident, and by the browser through map, workspace and selection', async () => {
    const city = await cityOfCases()
    const { page, complaints, close } = await visit(browser(), `${city.url}#/screen/events`)
    try {
      // The figure of the wall opens the list of the cases at the response desk.
      await page
        .getByRole('article', { name: '现在有多少件？' })
        .getByRole('button', { name: /2/ })
        .click({ timeout: 60_000 })
      await page.getByRole('row', { name: /路灯不亮/ }).click({ timeout: 60_000 })
      await heading(page, '路灯不亮')
      await sheet(page).getByRole('button', { name: '抢修T-2', exact: true }).click()
      await heading(page, '抢修T-2')
      await sheet(page).getByRole('button', { name: '返回 路灯不亮' }).click()
      await heading(page, '路灯不亮')
      await page.getByRole('tab', { name: '应急资源' }).click()

      const steps: readonly (readonly [string, string | null])[] = [
        ['#/respond/events', '路灯不亮'],
        ['#/respond/events', '抢修T-2'],
        ['#/respond/events', '路灯不亮'],
        ['#/respond/events', null],
        ['#/screen/events', null],
      ]
      for (const [hash, name] of steps) {
        await page.goBack()
        await expect.poll(() => page.url()).toContain(hash)
        if (name !== null) await heading(page, name)
        else await expect.poll(() => page.url()).not.toContain('sel=')
      }
      await page.getByRole('article', { name: '现在有多少件？' }).waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
    }
  })
})
