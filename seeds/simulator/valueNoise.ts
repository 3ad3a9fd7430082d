import { draw } from './draw'

/**
 * Smooth noise in [-1, 1] along one axis: values drawn at whole numbers, joined without a corner. What is closer than
 * 1 hangs together, what is farther than 2 does not. `salt` picks one of many independent noises of a seed.
 */
export function valueNoise(seed: number, salt: number, at: number): number {
  const step = Math.floor(at)
  const share = at - step
  const ease = share * share * (3 - 2 * share)
  const before = draw(seed, salt, step)
  return 2 * (before + (draw(seed, salt, step + 1) - before) * ease) - 1
}
