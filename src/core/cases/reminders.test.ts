import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import type { CaseClockDefinition } from '../model/feedDefinitions'
import { caseClock } from './caseClock'
import { readCase } from './caseRecord'
import { caseReminders } from './reminders'
import { legalVerbs } from './transitions'

/** Round the clock, so that minutes are plain. */
const definition: CaseClockDefinition = {
  limits: { 上报: 20, 受理: 20, 立案: 20, 派遣: 40, 处置: ['get', 'allowed'], 核查: 60 },
  whole: 1000,
  roundTheClock: true,
  dueSoon: 0.25,
}
const read = caseClock(definition, null)
const NOW = Date.parse('2026-09-01T12:00:00+08:00')
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

const VERBS = {
  上报: 'report',
  受理: 'accept',
  立案: 'register',
  派遣: 'dispatch',
  处置: 'handle',
  核查: 'check',
} as const

/** A case that has been at its stage for so many minutes, registered so many minutes ago. */
function standing(
  id: string,
  stage: keyof typeof VERBS,
  minutes: number,
  more: Readonly<Record<string, unknown>> = {},
  registered = minutes,
): CityFeature {
  const history = [
    ...(stage === '上报' || stage === '受理' ? [] : [{ at: ago(registered), verb: 'register', stage: '立案' }]),
    { at: ago(minutes), verb: VERBS[stage], stage },
    ...((more.events as readonly unknown[] | undefined) ?? []),
  ]
  return { id, mapId: 1, geometry: null, properties: { unit: '甲', allowed: 100, ...more, stage, history }, time: null }
}

const queue = (...cases: readonly CityFeature[]) =>
  caseReminders(cases.map((feature) => ({ feature, clock: read(feature, NOW)! })))

describe('the reminder queue', () => {
  it('has the overdue first, by how long in share of their limit, then the others by the least time left', () => {
    const found = queue(
      standing('calm', '处置', 10),
      standing('soon-20', '处置', 80),
      standing('soon-5', '派遣', 35),
      // 50 over 100 is 0.5; 30 over 40 is 0.75, more though fewer minutes.
      standing('over-half', '处置', 150),
      standing('over-more', '派遣', 70),
    )
    expect(found.map(({ feature, state, remaining }) => [feature.id, state, remaining])).toEqual([
      ['over-more', 'overdue', -30],
      ['over-half', 'overdue', -50],
      ['soon-5', 'due-soon', 5],
      ['soon-20', 'due-soon', 20],
    ])
  })

  it('names the clock that presses: a stage in time in a whole that is overdue', () => {
    const [one] = queue(standing('a', '处置', 10, {}, 1200))
    expect(one).toMatchObject({ about: 'whole', state: 'overdue', remaining: -200, limit: 1000 })
    const [other] = queue(standing('a', '处置', 90, {}, 800))
    // Of the two that are due soon, 10 minutes of the stage are less than 200 of the whole.
    expect(other).toMatchObject({ about: 'stage', state: 'due-soon', remaining: 10 })
  })

  it('leaves out what is suspended, closed or without a limit', () => {
    const suspended = standing('a', '处置', 150, { events: [{ at: ago(5), verb: 'suspend', stage: '处置' }] })
    const closed = standing('b', '处置', 150)
    const done = { ...closed, properties: { ...closed.properties, stage: '结案', closed: ago(5) } }
    const open = standing('c', '处置', 150, { allowed: null })
    expect(queue(suspended, done, open)).toEqual([])
  })

  it('says what would help, and the case machine allows it', () => {
    const urged = standing('urged', '处置', 150, { events: [{ at: ago(20), verb: 'urge', stage: '处置' }] })
    const found = queue(
      standing('a', '上报', 30),
      standing('b', '受理', 30),
      standing('c', '立案', 30),
      standing('d', '派遣', 50),
      standing('e', '处置', 90),
      urged,
      standing('f', '核查', 61),
    )
    expect(Object.fromEntries(found.map(({ feature, advice }) => [feature.id, advice]))).toEqual({
      a: 'accept',
      b: 'register',
      c: 'dispatch',
      d: 'urge',
      e: 'urge',
      urged: 'reassign',
      f: 'close',
    })
    for (const { feature, advice } of found) expect(legalVerbs(readCase(feature.properties)!)).toContain(advice)
  })
})
