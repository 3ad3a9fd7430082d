import { caseClockOf } from '#catalog/caseClockOf.ts'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { CaseClock, ReadCaseClock } from '#core/cases/caseClock.ts'
import { type CaseFacts, caseFacts } from '#core/cases/caseFacts.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { EngineContext } from '../EngineContext'

/** The cases of one feed with their clocks. */
export interface CaseReader {
  readonly archive: string | undefined
  readonly clock: ReadCaseClock
  /** What figures of a period need of a case; none for a stage that is none of the standard's. */
  facts(feature: CityFeature, now: number): readonly CaseFacts[]
  /** The clock of an open case that is due soon or overdue; else why not: it has time, no known limit, or a wrong time. */
  pressing(feature: CityFeature, now: number): CaseClock | Quiet | null
}

type Quiet = 'calm' | 'unlimited' | 'ahead'

/** Between these moments nothing presses. */
interface Calm {
  readonly from: number
  readonly until: number
  readonly state: Quiet
}

/** Readers of the feeds of the open catalog, each made once: its expressions are compiled and what holds is remembered. */
export function createCaseReaders(context: EngineContext): (feed: string) => CaseReader {
  const readers = new Map<string, { readonly definition: CatalogFeed; readonly reader: CaseReader }>()
  return (id) => {
    const definition = context.feed(id)
    if (!definition) throw new Error(`no feed ${id} in the catalog`)
    const known = readers.get(id)
    if (known?.definition === definition) return known.reader
    const clock = caseClockOf(context.city().catalog, definition)
    const reader = readerOf(clock, definition.archive)
    readers.set(id, { definition, reader })
    return reader
  }
}

function readerOf(clock: ReadCaseClock, archive: string | undefined): CaseReader {
  /** By the properties, which are another object after every change. */
  const facts = new WeakMap<object, CaseFacts>()
  const calm = new WeakMap<object, Calm>()
  return {
    archive,
    clock,
    facts(feature, now) {
      const known = facts.get(feature.properties)
      if (known) return [known]
      const read = clock(feature, now)
      if (!read) return []
      const made = caseFacts(feature, read)
      facts.set(feature.properties, made)
      return [made]
    },
    pressing(feature, now) {
      const { properties } = feature
      const known = calm.get(properties)
      if (known && now >= known.from && now < known.until) return known.state
      const read = clock(feature, now)
      if (!read?.current) return null
      if (read.state === '临期' || read.state === '超期') return read
      const state = read.state === null ? 'unlimited' : read.state === '时间有误' ? 'ahead' : 'calm'
      calm.set(properties, { from: now, until: read.until, state })
      return state
    },
  }
}
