import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
const run = promisify(execFile)
const ROW = '5g-key-area-coverage'

interface GapProperties {
  readonly subject: string
  readonly people: number | null
  readonly area_m2: number
  readonly why: string
}

/** The gap with the most people, by the command line over the same catalog in the scope the page opens in. */
async function worst(): Promise<GapProperties> {
  const folder = await mkdtemp(join(tmpdir(), 'gaps-'))
  try {
    const [catalog, file] = [join(inject('appFolder'), 'geodata/catalog.json'), join(folder, 'gaps.geojson')]
    const wanted = ['--catalog', catalog, '--scope', 'built-up', '--only', ROW, '--gaps', file]
    await run('npx', ['tsx', 'src/cli/indicators.ts', ...wanted], { maxBuffer: 64 * 1024 * 1024 })
    const { features } = JSON.parse(await readFile(file, 'utf8')) as { features: { properties: GapProperties }[] }
    const [first] = features
      .map(({ properties }) => properties)
      .sort((a, b) => (b.people ?? Number.NEGATIVE_INFINITY) - (a.people ?? Number.NEGATIVE_INFINITY))
    if (!first) throw new Error('there is no gap')
    return first
  } finally {
    await rm(folder, { recursive: true })
  }
}

const listOf = (page: Page) => page.getByRole('region', { name: '缺口', exact: true })

/** Presses a key until a button whose name fits has the focus, in a table if so wanted. */
async function pressTo(page: Page, key: string, name: RegExp, within = '*'): Promise<void> {
  for (let step = 0; step < 300; step++) {
    await page.keyboard.press(key)
    const now = await page.evaluate((around) => {
      const { activeElement: element } = document
      if (!(element instanceof HTMLButtonElement) || !element.closest(around)) return null
      return element.ariaLabel ?? element.textContent
    }, within)
    if (now !== null && name.test(now)) return
  }
  throw new Error(`${key} does not come to ${name}`)
}

/** What an open gap says under a label. */
const factOf = (page: Page, label: string) =>
  listOf(page).locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').innerText()

describe('the worst gap by people', () => {
  it('is found with the mouse: first in the list, marked on the map, with people, reason and what stands nearest', async () => {
    const expected = await worst()
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/panorama?v=1&row=${ROW}`)
    try {
      const list = listOf(page)
      await list.getByRole('table').waitFor({ timeout: 60_000 })
      const first = list.locator('tbody button[aria-expanded]').first()
      await first.click()
      await expect.poll(() => factOf(page, '未覆盖人口')).toBe(`${Math.round(expected.people ?? Number.NaN)} 人`)
      await expect.poll(() => list.getByRole('region', { name: '最近的设施' }).getByRole('listitem').count()).toBe(5)
      // The map went there, and what is selected there is this gap.
      await expect.poll(() => renderedFeatures(page, 'sketch~row-gaps'), { timeout: 30_000 }).toBeGreaterThan(0)
      expect(await axe(page)).toEqual([])
      // Another order has another first: by size the largest gap.
      await list.getByRole('button', { name: '按 大小 排序' }).click()
      const areas = await list.locator('tbody tr td:last-child').allInnerTexts()
      expect(areas.length).toBeGreaterThan(5)
      const download = page.waitForEvent('download')
      await list.getByRole('button', { name: '导出清单 CSV' }).click()
      const text = await readFile(await (await download).path(), 'utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      const people = text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => Number(line.split(',')[3]))
      expect(Math.max(...people)).toBeCloseTo(expected.people ?? Number.NaN, 3)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('is found by keyboard alone', async () => {
    const expected = await worst()
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      // The board is one stop for Tab; arrows go from row to row.
      await pressTo(page, 'Tab', /./, 'tbody')
      await pressTo(page, 'ArrowDown', /^\d+5G网络覆盖率/)
      await page.keyboard.press('Enter')
      await listOf(page).getByRole('table').waitFor({ timeout: 60_000 })
      await pressTo(page, 'Tab', /^按 大小 排序$/, '[aria-label="缺口"] table')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => factOf(page, '未覆盖人口')).toBe(`${Math.round(expected.people ?? Number.NaN)} 人`)
      const open = listOf(page).locator('button[aria-expanded=true]')
      expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
})
