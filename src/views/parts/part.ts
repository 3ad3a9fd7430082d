import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { CardKind, CardOf } from '#catalog/cards/cards.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { RecordKind } from '#core/model/feature.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { speakWhole } from '#i18n/i18n.ts'
import type { Words } from '#i18n/useWords.ts'
import type { LoopStage, StageFact } from './loop'
import { NotLoaded } from './NotLoaded'

/** How a kind of card stands on a wall. */
export interface CardView<K extends CardKind> {
  /** `about`: what the scene is about; `attention`: what needs somebody now; `foot`: its own place below both rails. */
  readonly place: 'about' | 'attention' | 'foot'
  /** Rough height in hundredths of the visible height, to fill both rails alike. */
  readonly height: (card: CardOf<K>) => number
  readonly Card: ComponentType<{ readonly spec: CardOf<K> }>
}

export type CardViews = { readonly [K in CardKind]: CardView<K> }
export type StageFacts = { readonly [S in LoopStage]?: StageFact }

/** What a subject shows on the wall. */
export interface WallPart {
  readonly cards?: Partial<CardViews>
  readonly facts?: StageFacts
}

/** What the planner works on beside the map. */
export interface PlanPart {
  /** Every row of the standard. */
  readonly Board: ComponentType
  /** The row that is open. */
  readonly OpenRow: ComponentType
}

/** A component whose code and words come when it is first shown, or beforehand; where it cannot be had, that is said in its place. */
export type Later<P extends object> = LazyExoticComponent<ComponentType<P>> & {
  readonly preload: () => Promise<unknown>
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  const preload = async (): Promise<ComponentType<P>> => (await Promise.all([load(), speakWhole()]))[0]
  return Object.assign(
    lazy(async () => ({ default: await preload().catch(() => NotLoaded) })),
    { preload },
  )
}

/** What a desk shows of a selected feature below its facts. */
type Sheet = Later<{ readonly detail: FeatureDetail }>

interface AnyTool {
  readonly id: string
  /** The city has what the tool works on; always when absent. */
  readonly offered?: (catalog: Catalog) => boolean
}

interface NamedTool extends AnyTool {
  readonly title: (words: Words) => string
  readonly Panel: Later<object>
}

/** Something to work with, and where a desk offers it. */
export type Tool =
  /** Beside the layers of a map, at the planner's desk. */
  | (NamedTool & { readonly place: 'map'; readonly map: string })
  /** At the planner's desk, beside whatever is open there. */
  | (NamedTool & { readonly place: 'plan' })
  /** Beside the lists of the response desk. */
  | (NamedTool & { readonly place: 'lists' })
  /** Below the sheet of a feature at the response desk. */
  | (AnyTool & { readonly place: 'sheet'; readonly Panel: Sheet })
  /** Over the map, on the wall and at every desk. */
  | (AnyTool & { readonly place: 'page'; readonly Panel: Later<object> })
  /** In the top bar of the desks. */
  | (AnyTool & { readonly place: 'bar'; readonly Panel: Later<object> })

export type ToolAt<P extends Tool['place']> = Extract<Tool, { readonly place: P }>

/** All that a subject gives the desks. It is light: what it names is loaded when it is first shown. */
export interface Part {
  readonly wall?: () => Promise<WallPart>
  /** One part gives it. */
  readonly plan?: () => Promise<PlanPart>
  readonly sheets?: { readonly [R in RecordKind]?: Sheet }
  readonly tools?: readonly Tool[]
}
