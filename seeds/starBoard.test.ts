import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundledStandard } from '../src/catalog/bundledStandard'
import { parseCatalog } from '../src/catalog/parseCatalog'
import { evaluate } from '../src/core/indicators/evaluate'
import type { EvaluableFeed, Evaluation } from '../src/core/model/evaluation'
import { admitFeed } from '../src/feeds/door/admitFeed'

const folder = join(import.meta.dirname, '..', 'geodata')

function evaluated(scope: string | null): Evaluation {
  const parsed = parseCatalog(readFileSync(join(folder, 'catalog.json')), bundledStandard())
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => fault.en).join('\n'))
  const { catalog } = parsed
  const feeds = new Map(
    catalog.feeds.map((feed): [string, EvaluableFeed] => {
      const admission = admitFeed(readFileSync(join(folder, feed.source.url)), feed, catalog.city)
      if (!admission.ok) throw new Error(`${feed.id}: ${admission.failure.reason.en}`)
      const { features, report } = admission
      return [
        feed.id,
        { id: feed.id, features, report, record: feed.record, hasFootprint: feed.footprint !== undefined },
      ]
    }),
  )
  const { indicators, scopes } = catalog
  return evaluate({ standard: bundledStandard(), indicators, scopes, feeds, scope })
}

describe('the star board of the demonstration city in its built-up area', () => {
  let board: Evaluation
  beforeAll(() => {
    board = evaluated('built-up')
  }, 120_000)

  const row = (id: string) => board.indicators.find((each) => each.id === id)!

  /** Rows that the generators leave whole features short of the next star, by that many. */
  it.each([
    ['smart-campus-coverage', 4, 'value', 2],
    ['bus-realtime-arrival-rate', 4, 'estop_ratio', 1],
    ['realtime-signal-timing-ratio', 4, 'value', 1],
    ['enterprises-on-cloud', 4, 'value', 2],
    ['video-surveillance-completeness', 4, 'hd_area_coverage', 2],
    ['video-surveillance-networking', 4, 'value', 2],
    ['5g-key-area-coverage', 5, 'value', 2],
    ['smart-community-coverage', 4, 'value', 1],
  ])('%s: star %i is short in %s by %i', (id, star, metric, missing) => {
    expect(row(id).next?.star).toBe(star)
    expect(row(id).next?.needs).toContainEqual(expect.objectContaining({ metric, missing }))
  })

  it('has four rows at five stars, and more at four than at three', () => {
    const count = (star: number) => board.indicators.filter((each) => each.star === star).length
    expect(board.indicators).toHaveLength(43)
    expect(count(5)).toBe(4)
    expect(count(4)).toBeGreaterThan(count(3))
  })

  it('leaves unknown what no department has reported, and only that', () => {
    const unknown = board.indicators.filter((each) => each.status === 'unknown').map((each) => each.id)
    expect(unknown).toEqual([
      'next-gen-it-employment-share',
      'industrial-internet-secondary-nodes',
      'publicity-experience',
    ])
  })

  it('has two rows under their lowest threshold: 17 of 22 categories opened, and smart communities', () => {
    const below = board.indicators.filter((each) => each.status === 'below_lowest').map((each) => each.id)
    expect(below).toEqual(['public-data-openness', 'smart-community-coverage'])
  })

  it('reports household rows that equal the sums over the communities feed', () => {
    // The reported ratio and the communities come from one draw: sum of ftth over sum of online households.
    const file = JSON.parse(readFileSync(join(folder, 'reported.geojson'), 'utf8'))
    const communities = JSON.parse(readFileSync(join(folder, 'communities.geojson'), 'utf8'))
    const sum = (key: string): number =>
      communities.features.reduce(
        (total: number, each: { properties: Record<string, number> }) => total + each.properties[key]!,
        0,
      )
    const told = file.features.find(
      (each: { properties: Record<string, unknown> }) =>
        each.properties.indicator === 'ftth-household-coverage' && each.properties.scope === undefined,
    )
    expect(told.properties.numerator).toBe(sum('ftth_households'))
    expect(told.properties.denominator).toBe(sum('online_households'))
  })
})
