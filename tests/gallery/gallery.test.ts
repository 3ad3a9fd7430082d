import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CARDS } from '#catalog/cards/cards.ts'
import { CARD_KINDS, cardOf } from './cardEntries'
import { readLook, writeLook } from './galleryLook'
import { openGalleryCity, type RUNGS } from './openGalleryCity'
import { UI_ENTRIES } from './uiEntries'

const ui = new URL('../../src/ui/', import.meta.url)

/** Names of the components that the files of `src/ui` export. */
async function componentsOfUi(): Promise<readonly string[]> {
  const files = readdirSync(fileURLToPath(ui)).filter((name) => /^[A-Z]\w*\.tsx$/.test(name))
  const modules: readonly object[] = await Promise.all(files.map((name) => import(fileURLToPath(new URL(name, ui)))))
  return modules.flatMap((module) => Object.keys(module)).filter((name) => /^[A-Z][a-z]/.test(name))
}

test('every component of the ui is in the gallery, and nothing that is none', async () => {
  const entries = Object.keys(UI_ENTRIES)
  expect(entries.length).toBeGreaterThan(20)
  expect(entries.sort()).toEqual((await componentsOfUi()).toSorted())
})

test('every kind of card is in the gallery, as the catalog would have it', () => {
  expect([...CARD_KINDS].sort()).toEqual(CARDS.map(({ shape }) => shape.kind.value).sort())
  for (const kind of CARD_KINDS) expect(cardOf(kind).kind).toBe(kind)
})

test('feeds stand on the rung that they are said to stand on', async () => {
  const hours = (rung: (typeof RUNGS)[number]) => {
    const { city, client } = openGalleryCity(rung)
    return city.catalog.feeds.map(({ id }) => {
      const state = client.getQueryState<{ report: { asOf: number | null; accepted: number } }>([
        'feed',
        city.catalogUrl,
        id,
      ])
      const report = state?.data?.report
      if (!report) return state?.status
      if (report.accepted === 0) return 'empty'
      return report.asOf === null ? 'never' : Math.floor((city.now() - report.asOf) / 3_600_000)
    })
  }
  // Fresh to six hours, late to twelve.
  for (const age of hours('live')) expect(age).toBeLessThan(6)
  for (const rung of ['late', 'kept'] as const) {
    for (const age of hours(rung)) expect(age).toSatisfy((value: number) => value > 6 && value < 12)
  }
  for (const age of hours('stale')) expect(age).toBeGreaterThan(12)
  expect(new Set(hours('never'))).toEqual(new Set(['never']))
  expect(new Set(hours('empty'))).toEqual(new Set(['empty']))
  expect(new Set(hours('failing'))).toEqual(new Set(['error']))
  expect(new Set(hours('loading'))).toEqual(new Set(['pending']))
})

test('an address says the look, and a look its address', () => {
  expect(readLook('')).toEqual({ theme: 'dark', language: 'zh-CN', scale: 'desk', only: null })
  const look = { theme: 'light', language: 'en', scale: 'wall', only: 'cards' } as const
  expect(writeLook(look)).toBe('?theme=light&lang=en&look=wall&only=cards')
  expect(readLook(writeLook(look))).toEqual(look)
  expect(writeLook(look, { only: null, theme: 'dark' })).toBe('?theme=dark&lang=en&look=wall')
})
