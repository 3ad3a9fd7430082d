import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')
const run = promisify(execFile)

interface Printed {
  readonly indicators: readonly {
    readonly id: string
    readonly star: number | null
    readonly status: string
    readonly metrics: Readonly<Record<string, { readonly numerator: number; readonly denominator: number }>>
  }[]
}

/** What the command line says of the same catalog in the scope the page opens in. */
async function printed(): Promise<Printed> {
  const catalog = join(inject('appFolder'), 'geodata/catalog.json')
  const { stdout } = await run('npx', ['tsx', 'src/cli/indicators.ts', '--catalog', catalog, '--scope', 'built-up'], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

describe('indicators', () => {
  it('opens a row into its subjects and its gaps on the map, with the numbers of the command line', async () => {
    const { indicators } = await printed()
    const row = indicators.find(({ id }) => id === '5g-key-area-coverage')
    const { numerator, denominator } = row!.metrics.value!

    const { page, complaints, close } = await visit(browser(), `${url}#/plan/panorama`)
    try {
      await page
        .getByRole('button', { name: /5G网络覆盖率/ })
        .first()
        .click()
      const inspector = page.getByRole('complementary', { name: '右侧面板' })
      await inspector.getByRole('button', { name: `达到 ${numerator}`, exact: true }).waitFor({ timeout: 30_000 })
      await inspector.getByRole('button', { name: `全部 ${denominator}`, exact: true }).waitFor()
      await inspector
        .getByText(`缺 ${denominator - numerator} 个`)
        .first()
        .waitFor()
      await expect.poll(() => renderedFeatures(page, 'sketch~row-gaps'), { timeout: 30_000 }).toBeGreaterThan(0)
      // The footprints stand on the map as the edge of their union.
      await expect.poll(() => renderedFeatures(page, 'sketch~row-footprints'), { timeout: 30_000 }).toBeGreaterThan(0)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('says in how many settings of the open parameters the star of a row holds', async () => {
    const { page, complaints, close } = await visit(browser(), `${url}#/plan/panorama?v=1&row=5g-key-area-coverage`)
    try {
      const inspector = page.getByRole('complementary', { name: '右侧面板' })
      await inspector.getByText('结论稳健度').first().click({ timeout: 60_000 })
      const sentence = inspector.getByText(/^\d+ 个设定中 \d+ 个保持/)
      await sentence.waitFor({ timeout: 120_000 })
      const [settings, holding] = ((await sentence.textContent()) ?? '').match(/\d+/g)!.map(Number)
      // Radius, threshold and scope, every combination: 5 × 7 × 4.
      expect(settings).toBe(140)
      expect(holding).toBeGreaterThan(0)
      expect(holding).toBeLessThanOrEqual(140)
      for (const axis of ['覆盖半径', '范围', '覆盖门槛']) {
        await inspector.getByRole('table', { name: axis }).waitFor()
      }
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('shows all rows, the headline of the command line, and unknown as unknown', async () => {
    const { indicators } = await printed()
    // The drive test of June is stale in September: its row keeps its last known star and is not counted.
    const old = ['mobile-avg-download-rate']
    const four = indicators.filter(({ id, star }) => (star ?? 0) >= 4 && !old.includes(id)).length
    const { page, close } = await visit(browser(), `${url}#/screen/panorama`, { language: 'en' })
    try {
      const ribbon = page.getByRole('region', { name: `Stars of 42 rows: ${four} at four stars or more`, exact: false })
      await ribbon.waitFor({ timeout: 60_000 })
      expect(await ribbon.getByRole('button').count()).toBeGreaterThanOrEqual(indicators.length)
      const unknown = indicators.filter(({ status }) => status === 'unknown').length
      expect(unknown).toBeGreaterThan(0)
      expect(await ribbon.getByRole('button', { name: /: unknown/ }).count()).toBe(unknown)
    } finally {
      await close()
    }
  })
})
