import type { ComponentType } from 'react'
import type { RecordKind } from '../../core/model/feature'
import type { FeatureDetail } from '../../workers/engineApi'
import { CaseDetail } from '../events/CaseDetail'
import { HazardDetail } from '../hazards/HazardDetail'
import { WarningDetail } from '../hazards/WarningDetail'

export type RecordPanel = ComponentType<{ readonly detail: FeatureDetail }>

/** What a desk shows of a selected feature below its facts, by record: adding one is one file and one line here. */
export const recordPanels: Partial<Record<RecordKind, RecordPanel>> = {
  case: CaseDetail,
  hazard: HazardDetail,
  warning: WarningDetail,
}
