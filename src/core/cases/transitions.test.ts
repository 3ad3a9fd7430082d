import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseClockDefinition, WorkingCalendar } from '../model/feedDefinitions'
import { caseClock } from './caseClock'
import { type CaseRecord, caseProperties, readCase } from './caseRecord'
import { deriveCase } from './deriveCase'
import { CASE_STAGES, CASE_VERBS, type CaseStage, type CaseVerb, stageRank } from './stages'
import { applyTransition, type CaseTransition, legalVerbs, reportCase } from './transitions'

const START = Date.parse('2026-09-01T09:00:00+08:00')
const MINUTE = 60_000

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

function having(verbs: readonly (CaseVerb | Omit<CaseTransition, 'at'>)[]): CaseRecord {
  let record = reportCase({ at: START, unit: '市综合执法局' })
  for (const [index, given] of verbs.entries()) {
    const transition = typeof given === 'string' ? { verb: given } : given
    const result = applyTransition(record, { ...transition, at: START + (index + 1) * MINUTE })
    if (!result.ok) throw new Error(`${transition.verb}: ${result.reason.en}`)
    record = result.case
  }
  return record
}

const handled: readonly CaseVerb[] = ['accept', 'register', 'dispatch', 'handle']

describe('the case machine', () => {
  it('goes from reported to closed one stage at a time', () => {
    const record = having([...handled, 'check', 'close'])
    expect(record).toMatchObject({ stage: '结案', closed: START + 6 * MINUTE, returned: 0 })
    expect(record.history.map(({ stage }) => stage)).toEqual(CASE_STAGES)
    expect(legalVerbs(record)).toEqual(['note'])
  })

  it.each<[CaseStage, readonly CaseVerb[], readonly CaseVerb[]]>([
    ['上报', [], ['accept', 'urge', 'note']],
    ['受理', ['accept'], ['register', 'return', 'urge', 'note']],
    ['立案', ['accept', 'register'], ['dispatch', 'return', 'suspend', 'urge', 'note']],
    ['派遣', ['accept', 'register', 'dispatch'], ['handle', 'return', 'reassign', 'suspend', 'urge', 'note']],
    ['处置', handled, ['check', 'return', 'reassign', 'suspend', 'urge', 'note']],
    ['核查', [...handled, 'check'], ['close', 'return', 'urge', 'note']],
  ])('at %s', (stage, path, legal) => {
    const record = having(path)
    expect(record.stage).toBe(stage)
    expect(legalVerbs(record)).toEqual(legal)
  })

  it('a return counts and goes back one stage, or to the one named', () => {
    expect(having([...handled, 'check', 'return'])).toMatchObject({ stage: '处置', returned: 1 })
    expect(having([...handled, { verb: 'return', to: '立案' }])).toMatchObject({ stage: '立案', returned: 1 })
    const refused = applyTransition(having(handled), { at: START + 9 * MINUTE, verb: 'return', to: '核查' })
    expect(refused).toMatchObject({ ok: false, reason: { code: 'case-return' } })
  })

  it('a reassignment gives the case to another unit and begins dispatch again', () => {
    const record = having([...handled, { verb: 'reassign', unit: '市城乡水务局' }])
    expect(record).toMatchObject({ stage: '派遣', unit: '市城乡水务局', returned: 0 })
    const late = START + 9 * MINUTE
    expect(applyTransition(record, { at: late, verb: 'reassign', unit: '市城乡水务局' })).toMatchObject({
      reason: { code: 'case-same-unit' },
    })
    expect(applyTransition(record, { at: late, verb: 'reassign' })).toMatchObject({ reason: { code: 'case-unit' } })
  })

  it('a suspended case only resumes or takes notes', () => {
    const record = having([...handled, 'suspend'])
    expect(record).toMatchObject({ stage: '处置', suspended: true })
    expect(legalVerbs(record)).toEqual(['resume', 'note'])
    expect(having([...handled, 'suspend', 'resume'])).toMatchObject({ stage: '处置', suspended: false })
  })

  it('refuses what comes before the last change, and dispatch to nobody', () => {
    expect(applyTransition(having(handled), { at: START, verb: 'urge' })).toMatchObject({
      reason: { code: 'case-early' },
    })
    const nobody: CaseRecord = { ...having(['accept', 'register']), unit: null }
    expect(applyTransition(nobody, { at: START + 9 * MINUTE, verb: 'dispatch' })).toMatchObject({
      reason: { code: 'case-unit' },
    })
  })
})

/** Anything somebody might try, legal or not, some minutes after what was tried before. */
const attempt = fc.record({
  verb: fc.constantFrom(...CASE_VERBS),
  wait: fc.nat(2000),
  unit: fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: undefined }),
  to: fc.option(fc.constantFrom(...CASE_STAGES), { nil: undefined }),
})
/** Half of the time something legal, so that cases get far. */
const journey = fc.array(fc.tuple(attempt, fc.option(fc.nat(100), { nil: undefined, freq: 1 })), { maxLength: 60 })
type Journey = readonly (readonly [Omit<CaseTransition, 'at'> & { readonly wait: number }, number | undefined])[]

/** Every state a journey goes through, with what was tried and answered. */
function walk(attempts: Journey) {
  let record = frozen(reportCase({ at: START, unit: '甲' }))
  let at = START
  return attempts.map(([{ wait, ...any }, pick]) => {
    at += wait * MINUTE
    const before = record
    const legal = legalVerbs(before)
    const tried = pick === undefined ? any : { ...any, verb: legal[pick % legal.length]! }
    const result = applyTransition(before, frozen({ ...tried, at }))
    if (result.ok) record = frozen(result.case)
    return { before, tried, result, after: record }
  })
}

const working: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ['08:30', '12:00'],
    ['14:00', '18:30'],
  ],
  holidays: ['2026-10-01', '2026-10-02'],
  workdays: ['2026-09-20'],
}
const definition: CaseClockDefinition = { limits: {}, whole: 100, dueSoon: 0.25 }

describe('whatever is tried on a case', () => {
  it('it stays a case: every step accepted is a legal one, every state follows from its history', () => {
    fc.assert(
      fc.property(journey, (attempts) => {
        for (const { before, tried, result, after: now } of walk(attempts)) {
          if (!result.ok) {
            expect(now).toBe(before)
            expect(result.reason.zh).not.toBe('')
            continue
          }
          expect(legalVerbs(before)).toContain(tried.verb)
          const step = stageRank(now.stage) - stageRank(before.stage)
          if (tried.verb === 'return') expect(step).toBeLessThan(0)
          else if (tried.verb === 'reassign') expect(now.stage).toBe('派遣')
          else expect([0, 1]).toContain(step)
          expect(now.history).toHaveLength(before.history.length + 1)
          expect(now.history.at(-1)).toMatchObject({ verb: tried.verb, stage: now.stage })
          expect(now.returned).toBe(now.history.filter(({ verb }) => verb === 'return').length)
          expect(now.closed !== null).toBe(now.stage === '结案')
          if (now.suspended) expect(['立案', '派遣', '处置']).toContain(now.stage)
        }
      }),
    )
  })

  it('what is not legal is refused, and what is legal is not, where unit, time and target are in order', () => {
    fc.assert(
      fc.property(journey, fc.constantFrom(...CASE_VERBS), (attempts, verb) => {
        const record = walk(attempts).at(-1)?.after ?? reportCase({ at: START })
        const result = applyTransition(record, { at: record.time! + 1, verb, unit: '丁' })
        expect(result.ok).toBe(legalVerbs(record).includes(verb))
      }),
    )
  })

  it('it is the same case after being written as properties and read again', () => {
    fc.assert(
      fc.property(journey, (attempts) => {
        const record = walk(attempts).at(-1)?.after ?? reportCase({ at: START, unit: '甲' })
        expect(readCase(JSON.parse(JSON.stringify(caseProperties(record))))).toEqual(record)
      }),
    )
  })

  it('the answer that is kept is the answer found anew, at every moment', () => {
    const limited: CaseClockDefinition = {
      limits: { 立案: 30, 派遣: 60, 处置: 240, 核查: 90 },
      whole: 400,
      dueSoon: 0.25,
    }
    const kept = deriveCase(limited, working)
    const moments = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(journey, moments, fc.boolean(), (attempts, waits, given) => {
        const record = walk(attempts).at(-1)?.after ?? reportCase({ at: START })
        const due = given ? { due: new Date(START + 9 * 3_600_000).toISOString() } : {}
        const feature = {
          id: 'a',
          mapId: 1,
          geometry: null,
          time: null,
          properties: { ...caseProperties(record), ...due },
        }
        for (const wait of waits) {
          const now = record.time! + wait * MINUTE
          expect(kept(feature, now, null)).toEqual(deriveCase(limited, working)(feature, now, null))
        }
      }),
    )
  })

  it.each([
    ['working time', false],
    ['calendar time', true],
  ])('its stages add up to the whole in %s', (_, round) => {
    const read = caseClock({ ...definition, roundTheClock: round }, working)
    fc.assert(
      fc.property(journey, fc.nat(5000), (attempts, wait) => {
        const record = walk(attempts).at(-1)?.after ?? reportCase({ at: START })
        const now = record.time! + wait * MINUTE
        const clock = read({ geometry: null, properties: caseProperties(record) }, now)!
        // Stays follow one another without a gap, from the report to the end.
        expect(clock.visits[0]!.entered).toBe(START)
        for (const [index, visit] of clock.visits.entries()) {
          expect(visit.ended).toBe(clock.visits[index + 1]?.entered ?? record.closed)
        }
        const { whole } = clock
        if (whole === null) return
        const since = clock.visits.filter(({ entered }) => entered >= whole.started)
        expect(since.reduce((sum, { used }) => sum + used, 0)).toBeCloseTo(whole.used, 6)
      }),
    )
  })
})
