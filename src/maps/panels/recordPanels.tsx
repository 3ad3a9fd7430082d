import { type ComponentType, lazy } from 'react'
import type { RecordKind } from '../../core/model/feature'
import type { FeatureDetail } from '../../workers/engineApi'

type Panel = ComponentType<{ readonly detail: FeatureDetail }>

/** What a desk shows of a selected feature below its facts, by record: adding one is one file and one line here. */
export const recordPanels: Partial<Record<RecordKind, Panel>> = {
  case: lazy(async () => ({ default: (await import('../events/CaseDetail')).CaseDetail })),
  device: lazy(async () => ({ default: (await import('../sensing/DeviceDetail')).DeviceDetail })),
  hazard: lazy(async () => ({ default: (await import('../hazards/HazardDetail')).HazardDetail })),
  warning: lazy(async () => ({ default: (await import('../hazards/WarningDetail')).WarningDetail })),
}
