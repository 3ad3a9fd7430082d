import type { Geometry } from 'geojson'
import { type CaseRecord, caseProperties, readCase } from '#core/cases/caseRecord.ts'
import { applyTransition, type CaseTransition, reportCase, type TransitionResult } from '#core/cases/transitions.ts'
import { draw, seedOf } from '../draw'
import { changeLedger } from '../world/changeLedger'
import type { DemoWorld } from '../world/demoWorld'
import { readSnapshot } from '../world/readSnapshot'
import { caseArrivals } from './caseArrivals'
import type { CasePace } from './casePace'
import { type CaseTemplate, caseTemplates } from './caseTemplates'
import { caseId } from './liveCase'
import { type LivingCase, nextStep } from './nextStep'

export interface CaseWorld extends DemoWorld {
  /** Does something to a case at a moment up to which the world has been played; it goes on from there. Null: no such case. */
  act(id: string, transition: CaseTransition): TransitionResult | null
}

export interface CaseWorldSettings {
  readonly snapshot: readonly unknown[]
  readonly pace: CasePace
  /** When the snapshot was taken: new cases come after it. Epoch milliseconds. */
  readonly since: number
  readonly citySeed: number
}

interface WorldCase {
  readonly geometry: Geometry | null
  life: LivingCase
  next: CaseTransition | null
}

/** No more happens in one step of the clock, however far it jumped; the rest follows with the next. */
const MOST_IN_A_STEP = 2000
/** A closed case leaves the feed after so long, as it would for an archive. */
const KEPT_CLOSED = 35 * 86_400_000

/** Cases that are reported, go through the stages as `nextStep` has it, and are acted upon. Steps past are legal or not taken. */
export function caseWorld({ snapshot, pace, since, citySeed }: CaseWorldSettings): CaseWorld {
  const ledger = changeLedger()
  const features = readSnapshot(snapshot, ['due'])
  const templates = caseTemplates(features, since)
  const cases = new Map<string, WorldCase>()
  let played = since

  const settle = (id: string, geometry: Geometry | null, life: LivingCase) => {
    cases.set(id, { geometry, life, next: nextStep(life, pace, templates.units) })
  }
  for (const { id, geometry, properties } of features) {
    const record = readCase(properties)
    if (record) settle(id, geometry, { record, properties, seed: seedOf(id) })
  }

  const tell = (id: string, { geometry, life }: WorldCase) =>
    ledger.put({ type: 'Feature', id, geometry, properties: { ...life.properties, ...caseProperties(life.record) } })

  const replace = (id: string, old: WorldCase, record: CaseRecord) => {
    settle(id, old.geometry, { ...old.life, record })
    tell(id, cases.get(id)!)
  }

  const report = (template: CaseTemplate, at: number, id: string) => {
    if (cases.has(id)) return
    const { geometry, properties } = template
    const by = typeof properties.origin === 'string' ? properties.origin : undefined
    const unit = typeof properties.unit === 'string' ? properties.unit : undefined
    settle(id, geometry, { record: { ...reportCase({ at, by }), unit: unit ?? null }, properties, seed: seedOf(id) })
    tell(id, cases.get(id)!)
  }

  /** The case whose next step comes first, up to a moment; ties by the order of coming. */
  const first = (until: number): { id: string; one: WorldCase; step: CaseTransition } | null => {
    let found: { id: string; one: WorldCase; step: CaseTransition } | null = null
    for (const [id, one] of cases) {
      const step = one.next
      if (step && step.at <= until && (!found || step.at < found.step.at)) found = { id, one, step }
    }
    return found
  }

  const step = (id: string, one: WorldCase, transition: CaseTransition) => {
    const result = applyTransition(one.life.record, transition)
    if (result.ok) replace(id, one, result.case)
    else one.next = null
  }

  const retire = (now: number) => {
    for (const [id, { life, next }] of cases) {
      if (next || (life.record.closed ?? now) > now - KEPT_CLOSED) continue
      cases.delete(id)
      ledger.gone(id)
    }
  }

  return {
    advance(now) {
      for (const { at, seed, serial } of caseArrivals(templates.perDay, citySeed, played, now)) {
        report(templates.caseOf(draw(seed, 1), draw(seed, 2), seed), at, caseId(at, serial))
      }
      played = Math.max(played, now)
      for (let count = 0; count < MOST_IN_A_STEP; count++) {
        const due = first(now)
        if (!due) break
        step(due.id, due.one, due.step)
      }
      retire(now)
      return ledger.take()
    },
    changed: ledger.all,
    act(id, transition) {
      const one = cases.get(id)
      if (!one) return null
      const at = Math.max(transition.at, one.life.record.time ?? transition.at)
      const result = applyTransition(one.life.record, { ...transition, at })
      if (result.ok) replace(id, one, result.case)
      return result
    },
  }
}
