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
      await expect.poll(() => renderedFeatures(page, 'marks:gap-fill'), { timeout: 30_000 }).toBeGreaterThan(0)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('shows all rows, the headline of the command line, and unknown as unknown', async () => {
    const { indicators } = await printed()
    const four = indicators.filter(({ star }) => (star ?? 0) >= 4).length
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
