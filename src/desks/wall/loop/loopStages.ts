import type { RecordKind } from '#core/model/feature.ts'
import type { MapId, Workspace } from '#state/view.ts'

/** 监测 预警 协调 指挥 分析 决策 评价, in the order a matter goes through them. */
export const LOOP = ['monitor', 'warn', 'coordinate', 'command', 'analyse', 'decide', 'evaluate'] as const
export type LoopStage = (typeof LOOP)[number]

interface StagePlace {
  /** Maps that serve the stage; the first is where its figure is explained. */
  readonly maps: readonly [MapId, ...MapId[]]
  readonly workspace?: Workspace
  /** Feed its figure is about; null for one about the rows of the standard. */
  readonly record: RecordKind | null
}

export const STAGE_PLACES: Readonly<Record<LoopStage, StagePlace>> = {
  monitor: { maps: ['sensing', 'panorama'], record: 'device' },
  warn: { maps: ['hazards', 'sensing'], record: 'warning' },
  coordinate: { maps: ['events'], record: 'case' },
  command: { maps: ['events', 'resources'], record: 'case' },
  analyse: { maps: ['events', 'sensing'], record: 'case' },
  decide: { maps: ['panorama'], workspace: 'plan', record: null },
  evaluate: { maps: ['events', 'panorama'], record: 'case' },
}
