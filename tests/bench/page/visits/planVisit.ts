import type { Locator, Page } from 'playwright-core'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { PageCase, PageVisit } from '../PageCase'
import { pressAt } from '../pressAt'
import { rest } from '../rest'

const BOARD = 'aside[data-side="left"]'
const INSPECTOR = 'aside[data-side="right"]'
const SUBJECTS = `${INSPECTOR} table tbody tr`

/** The desk: scope, rows, metrics, robustness and evidence, each a first and a second time. */
export function planVisit(): PageVisit {
  return {
    view: 'plan/panorama',
    opening: { name: 'plan-open', note: 'page opened in plan until everything is computed and drawn' },
    cases: [
      scopeCase('plan-scope', 'End', 'no row open: built-up area → whole city, first time'),
      scopeCase('plan-scope-warm', 'Home', 'whole city → built-up area, whose result is still kept'),
      rowCase(
        'plan-row-open',
        '5g-key-area-coverage',
        'a row opened for the first time: coverage of 129 areas, with gaps',
      ),
      rowCase(
        'plan-row-switch',
        'smart-lighting-install-rate',
        'another row while one is open: share of 2,500 lamps, none seen before',
      ),
      rowCase('plan-row-open-warm', '5g-key-area-coverage', 'the first row again'),
      rowCase('plan-row-switch-warm', 'smart-lighting-install-rate', 'the second row again'),
      rowCase(
        'plan-row-metrics',
        'pipe-network-smart-monitoring',
        'a row of several metrics opened: pipelines by length',
      ),
      metricCase('plan-metric', 1, 'another metric of the open row, first time'),
      metricCase('plan-metric-warm', 2, 'a third metric of the same kind'),
      rowCase('plan-row-back', '5g-key-area-coverage', 'back to the coverage of areas'),
      scopeCase('plan-scope-row', 'End', 'a row open: built-up area → whole city'),
      scopeCase('plan-scope-row-warm', 'Home', 'a row open: back to the built-up area'),
      robustnessCase('plan-robustness', 'robustness of the open row, computed'),
      robustnessCase('plan-robustness-warm', 'closed and shown again, the result is kept', true),
      evidenceCase('plan-evidence', 'evidence of the open row exported'),
      evidenceCase('plan-evidence-warm', 'exported again'),
    ],
  }
}

/** Moves the scope with a key of the select: End is the whole city, Home the first scope. */
export function scopeCase(name: string, key: 'End' | 'Home', note: string): PageCase {
  return {
    name,
    note,
    prepare: (page) => page.getByRole('combobox', { name: '统计范围' }).first().focus(),
    async act(page) {
      await page.keyboard.press(key)
      await rest(page)
    },
  }
}

function rowCase(name: string, id: string, note: string): PageCase {
  const named = bundledStandard().rows.find((row) => row.id === id)?.name.zh
  if (named === undefined) throw new Error(`no row ${id} in the standard`)
  return pressed(name, note, (page) => page.locator(BOARD).getByRole('button', { name: named }).first(), SUBJECTS)
}

function metricCase(name: string, index: number, note: string): PageCase {
  return pressed(name, note, (page) => page.locator(INSPECTOR).getByRole('tab').nth(index), SUBJECTS)
}

function robustnessCase(name: string, note: string, again = false): PageCase {
  const toggle = (page: Page) => page.getByRole('button', { name: /^结论稳健度/ })
  const { prepare, ...pressing } = pressed(name, note, toggle)
  return {
    ...pressing,
    async prepare(page, server) {
      if (again) await toggle(page).click()
      await prepare?.(page, server)
    },
  }
}

function evidenceCase(name: string, note: string): PageCase {
  const exported = pressed(name, note, (page) => page.getByRole('button', { name: '导出凭证' }))
  return {
    ...exported,
    async act(page, server) {
      const download = page.waitForEvent('download', { timeout: 120_000 })
      await exported.act(page, server)
      await (await download).cancel()
      await rest(page)
    },
  }
}

/** Presses what the locator finds and waits until the page is at rest. */
function pressed(name: string, note: string, find: (page: Page) => Locator, there?: string): PageCase {
  let press: (() => Promise<void>) | null = null
  return {
    name,
    note,
    async prepare(page) {
      press = await pressAt(page, find(page))
    },
    async act(page) {
      await press?.()
      await rest(page, there)
    },
  }
}
