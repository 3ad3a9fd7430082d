import type { CardKind } from '#catalog/cards/cards.ts'
import type { Part, PlanPart } from './part'
import type { Parts, Wall } from './useParts'

type CardsOf<P> = P extends { readonly wall: () => Promise<{ readonly cards: infer C }> } ? keyof C & CardKind : never
type Undrawn<T extends readonly Part[]> = Exclude<CardKind, CardsOf<T[number]>>
type Twice<T extends readonly unknown[]> = T extends readonly [infer First, ...infer Rest]
  ? (CardsOf<First> & CardsOf<Rest[number]>) | Twice<Rest>
  : never

type Planners<T extends readonly Part[]> = Extract<T[number], { readonly plan: () => Promise<PlanPart> }>

/** A list of parts that draws every kind of card once and serves the planner; of another, what is wrong with it. */
export type Complete<T extends readonly Part[]> = [Undrawn<T>] extends [never]
  ? [Twice<T>] extends [never]
    ? [Planners<T>] extends [never]
      ? { readonly servesThePlanner: never }
      : T
    : { readonly drawnByTwoParts: Twice<T> }
  : { readonly drawnByNoPart: Undrawn<T> }

export interface JoinedParts {
  readonly parts: Parts
  readonly loadWall: () => Promise<Wall>
  readonly loadPlan: () => Promise<PlanPart>
  /** Loads the code of the wall, the planner's desk and every sheet and tool, one each. */
  readonly preloads: readonly (() => Promise<unknown>)[]
}

/** All parts as one. That each kind of card is drawn by exactly one of them is seen to by the types. */
export function joinParts<const T extends readonly Part[]>(list: T & Complete<T>): JoinedParts {
  const given: readonly Part[] = list
  const sheets: Parts['sheets'] = Object.assign({}, ...given.map((part) => part.sheets))
  const tools = given.flatMap((part) => part.tools ?? [])

  async function loadWall(): Promise<Wall> {
    const walls = await Promise.all(given.map((part) => part.wall?.()))
    return {
      cards: Object.assign({}, ...walls.map((wall) => wall?.cards)),
      facts: Object.assign({}, ...walls.map((wall) => wall?.facts)),
    }
  }
  async function loadPlan(): Promise<PlanPart> {
    const plan = await given.find((part) => part.plan)?.plan?.()
    if (!plan) throw new Error('no part serves the planner')
    return plan
  }

  return {
    parts: { sheets, tools },
    loadWall,
    loadPlan,
    preloads: [
      loadWall,
      loadPlan,
      ...Object.values(sheets).map((sheet) => sheet.preload),
      ...tools.map(({ Panel }) => Panel.preload),
    ],
  }
}
