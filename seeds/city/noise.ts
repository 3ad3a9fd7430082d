import type { Point } from './plane'

/** One repeatable value in [-1, 1) for each whole-number pair. */
function lattice(column: number, row: number, salt: number): number {
  let hash = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ Math.imul(salt, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2147483648 - 1
}

const ease = (share: number): number => share * share * share * (share * (share * 6 - 15) + 10)

/** Smooth noise in [-1, 1] over the plane; `size` is the size of its features in metres, `salt` picks the field. */
export function noise(point: Point, size: number, salt: number): number {
  const east = point[0] / size
  const north = point[1] / size
  const column = Math.floor(east)
  const row = Math.floor(north)
  const u = ease(east - column)
  const v = ease(north - row)
  const south = lattice(column, row, salt) * (1 - u) + lattice(column + 1, row, salt) * u
  const top = lattice(column, row + 1, salt) * (1 - u) + lattice(column + 1, row + 1, salt) * u
  return south * (1 - v) + top * v
}

/** Noise with finer detail added: three octaves, about [-1, 1]. */
export function fractalNoise(point: Point, size: number, salt: number): number {
  return (
    (noise(point, size, salt) + noise(point, size / 2, salt + 1) * 0.5 + noise(point, size / 4, salt + 2) * 0.25) / 1.75
  )
}
