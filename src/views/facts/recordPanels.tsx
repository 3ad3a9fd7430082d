import { type ComponentType, lazy } from 'react'
import type { RecordKind } from '#core/model/feature.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'

type Panel = ComponentType<{ readonly detail: FeatureDetail }>

/** What a desk shows of a selected feature below its facts, by record: adding one is one file and one line here. */
export const recordPanels: Partial<Record<RecordKind, Panel>> = {
  case: lazy(async () => ({ default: (await import('#maps/events/CaseDetail.tsx')).CaseDetail })),
  device: lazy(async () => ({ default: (await import('#maps/sensing/DeviceDetail.tsx')).DeviceDetail })),
  hazard: lazy(async () => ({ default: (await import('#maps/hazards/HazardDetail.tsx')).HazardDetail })),
  warning: lazy(async () => ({ default: (await import('#maps/hazards/WarningDetail.tsx')).WarningDetail })),
}
