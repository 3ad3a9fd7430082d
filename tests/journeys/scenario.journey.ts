import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { settled } from '../browser/settled'
import { findFaultsOfAxe } from './axe'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
const AT_ROW = '#/plan/panorama?v=1&row=5g-key-area-coverage'

/** The covered share of the row, as the impact table gives it: now and with the scenario. */
async function figures(page: Page): Promise<readonly string[]> {
  const row = page.getByRole('region', { name: '指标变化' }).getByRole('row').filter({ hasText: '5G' })
  return (await row.getByRole('cell').allTextContents()).map((text) => /[\d.]+%/.exec(text)?.[0] ?? '')
}

async function beginScenario(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '方案' }).click()
  await page.getByRole('button', { name: '新建方案' }).click()
}
