import type { RecordKind } from '#core/model/feature.ts'
import type { MapId, Workspace } from '#state/view.ts'

/** What a stage of the loop says of now. `pressing`: somebody should act. */
export type LoopFact =
  | { readonly kind: 'known'; readonly text: string; readonly pressing: boolean }
  /** Its feed is too old to speak of now. */
  | { readonly kind: 'old' }
  | { readonly kind: 'pending' }
  /** The city has no feed for it. */
  | { readonly kind: 'none' }

export const PENDING: LoopFact = { kind: 'pending' }
export const NONE: LoopFact = { kind: 'none' }

export const known = (text: string, pressing = false): LoopFact => ({ kind: 'known', text, pressing })

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
