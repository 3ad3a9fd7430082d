import { create } from 'zustand'
import { NOW, type World } from '#core/model/world.ts'

/** The world on show: what the page's questions are about unless they say otherwise. */
const useShown = create<{ readonly world: World }>(() => ({ world: NOW }))

export const useWorldOnShow = (): World => useShown(({ world }) => world)
export const worldOnShow = (): World => useShown.getState().world
export const showWorld = (world: World): void => useShown.setState({ world })

/** The past moment that a world is of, epoch milliseconds; null: it goes on with the clock. */
export function momentOf(world: World): number | null {
  if (world.kind === 'plan') return momentOf(world.base)
  return world.kind === 'past' ? world.at : null
}

/** The past moment on show, epoch milliseconds; null: the present, or a plan over it. */
export const useMoment = (): number | null => useShown(({ world }) => momentOf(world))
