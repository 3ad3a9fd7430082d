import type { CityFeature } from '../model/feature'
import { textOf } from '../model/values'
import type { CaseClock } from './caseClock'
import { readCase } from './caseRecord'
import type { CaseStage } from './stages'

/** What the figures of a period need of a case. Times are epoch milliseconds, minutes those of the case's own clock. */
export interface CaseFacts {
  readonly id: string
  readonly unit: string | null
  readonly grid: string | null
  readonly class: string | null
  readonly registered: number | null
  readonly closed: number | null
  /** When the whole is due; null where no limit is known or suspension holds it open. */
  readonly due: number | null
  readonly returned: number
  /** Minutes from registration to closing, less suspension; null while open. */
  readonly handling: number | null
  /** Minutes at each stage, its stays added up; stays whose beginning is assumed are left out. */
  readonly stages: ReadonlyMap<CaseStage, number>
}

export function caseFacts({ id, properties }: CityFeature, { visits, whole }: CaseClock): CaseFacts {
  const record = readCase(properties)
  const stages = new Map<CaseStage, number>()
  for (const { stage, used, assumed, ended } of visits) {
    if (!assumed && ended !== null) stages.set(stage, (stages.get(stage) ?? 0) + used)
  }
  const closed = record?.closed ?? null
  return {
    id,
    unit: record?.unit ?? null,
    grid: textOf(properties.grid),
    class: textOf(properties.class),
    registered: whole?.started ?? null,
    closed,
    due: whole?.due ?? null,
    returned: record?.returned ?? 0,
    handling: closed === null ? null : (whole?.used ?? null),
    stages,
  }
}
