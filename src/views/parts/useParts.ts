import { createContext, useContext } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { CardViews, Part, PlanPart, StageFacts, Tool, ToolAt } from './part'

/** What all parts give the desks. */
export interface Parts {
  readonly sheets: NonNullable<Part['sheets']>
  readonly tools: readonly Tool[]
}

/** What all parts give the wall, loaded with it. */
export interface Wall {
  readonly cards: CardViews
  readonly facts: StageFacts
}

export const PartsContext = createContext<Parts>({ sheets: {}, tools: [] })
export const WallContext = createContext<Wall | null>(null)

export const PlanContext = createContext<PlanPart | null>(null)

export const useParts = (): Parts => useContext(PartsContext)

/** @throws outside a wall */
export function useWall(): Wall {
  const wall = useContext(WallContext)
  if (!wall) throw new Error('no wall around this')
  return wall
}

/** @throws outside the planner's desk */
export function usePlan(): PlanPart {
  const plan = useContext(PlanContext)
  if (!plan) throw new Error('no desk of a planner around this')
  return plan
}

/** The tools of a place that this city has something for. */
export function useTools<P extends Tool['place']>(place: P): readonly ToolAt<P>[] {
  const { catalog } = useCity()
  const isHere = (tool: Tool): tool is ToolAt<P> => tool.place === place
  return useParts()
    .tools.filter(isHere)
    .filter(({ offered }) => offered?.(catalog) ?? true)
}
