import type { Reason } from '../model/feedReport'
import type { CaseStage } from './stages'

const fixed = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** Why the case machine refuses a transition. */
export const REFUSALS = {
  closed: fixed('case-closed', '案件已结案', 'the case is closed'),
  suspended: fixed('case-suspended', '案件挂账中，先恢复', 'the case is suspended: resume it first'),
  notSuspended: fixed('case-not-suspended', '案件没有挂账', 'the case is not suspended'),
  reported: fixed('case-reported', '案件已上报', 'the case is already reported'),
  wrongStage: (stage: CaseStage): Reason =>
    fixed('case-stage', `在“${stage}”阶段不能这样做`, `not possible at stage “${stage}”`),
  notEarlier: (stage: CaseStage): Reason =>
    fixed('case-return', `只能退回到“${stage}”之前的阶段`, `can only be returned to a stage before “${stage}”`),
  noUnit: fixed('case-unit', '没有指明处置单位', 'no unit is named'),
  sameUnit: fixed('case-same-unit', '已由该单位处置', 'this unit already has the case'),
  badTime: fixed('case-time', '时间无法识别', 'the time cannot be read'),
  tooEarly: fixed('case-early', '早于案件的上一次变动', 'is earlier than the last change of the case'),
} as const
