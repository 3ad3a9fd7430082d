import type { Role } from '#catalog/roles.ts'
import type { Workspace } from '#state/view.ts'

/** What a stage of the loop says of now. `pressing`: somebody should act. */
export type LoopFact =
  | {
      readonly kind: 'known'
      readonly text: string
      readonly pressing: boolean
      /** To be said also of data that is too old to speak of now. */
      readonly whatever?: boolean
    }
  /** Its feed is too old to speak of now. */
  | { readonly kind: 'old' }
  | { readonly kind: 'pending' }

export const PENDING: LoopFact = { kind: 'pending' }

export const known = (text: string, pressing = false, whatever = false): LoopFact => ({
  kind: 'known',
  text,
  pressing,
  whatever,
})

/** 监测 预警 协调 指挥 分析 决策 评价, in the order a matter goes through them. */
export const LOOP = ['monitor', 'warn', 'coordinate', 'command', 'analyse', 'decide', 'evaluate'] as const
export type LoopStage = (typeof LOOP)[number]

interface StagePlace {
  /** Ids of the maps that serve the stage; the first that the catalog has is where its figure is explained. */
  readonly maps: readonly string[]
  readonly workspace?: Workspace
}

/** The figure of a stage: a hook, and the feed it is about by its role; null for one about the rows of the standard. */
export type StageFact = StagePlace &
  (
    | { readonly role: Role; readonly useFact: (feed: string) => LoopFact }
    | { readonly role: null; readonly useFact: () => LoopFact }
  )
