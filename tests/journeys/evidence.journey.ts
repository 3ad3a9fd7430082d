import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../browser/launch'
import { visit } from './visit'

const run = promisify(execFile)
/** The same server by a name that is no secure context: what the page does here must work on an intranet's plain http. */
const HOST = 'one-map.test'
const url = inject('appUrl').replace('127.0.0.1', HOST).replace('localhost', HOST)

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
  folder = await mkdtemp(join(tmpdir(), 'one-map-evidence-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

describe('evidence', () => {
  it('exported by the page over plain http, is computed again by the command line and holds', async () => {
    const { page, complaints, close } = await visit(browser, `${url}#/plan/panorama`)
    try {
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
      await page
        .getByRole('button', { name: /5G网络覆盖率/ })
        .first()
        .click()
      const inspector = page.getByRole('complementary', { name: '右侧面板' })
      const button = inspector.getByRole('button', { name: '导出凭证' })
      await button.waitFor({ timeout: 60_000 })
      await expect.poll(() => button.isEnabled(), { timeout: 60_000 }).toBe(true)
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()])
      expect(download.suggestedFilename()).toBe('5g-key-area-coverage-built-up.evidence.json')
      const file = join(folder, download.suggestedFilename())
      await download.saveAs(file)

      const evidence = JSON.parse(await readFile(file, 'utf8'))
      expect(evidence).toMatchObject({
        madeBy: 'page',
        scope: 'built-up',
        catalog: { location: `${url}geodata/catalog.json` },
      })
      expect(evidence.metrics.value.subjects.length).toBe(
        evidence.metrics.value.denominator + evidence.metrics.value.excluded,
      )
      // Another engine's sine may differ in its last bits: both verdicts leave with 0.
      const { stdout } = await run('npx', ['tsx', 'src/cli/evidence.ts', 'verify', file])
      expect(stdout).toMatch(/^(相等|在 1e-9 之内)：5g-key-area-coverage（范围 built-up）/)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
})
