import type { Random } from '#seeds/random.ts'
import { blob, closed, type Point, type Ring } from '../generators/shapes'

/** A ring whose edges are broken again and again: each half ends off the middle by up to `roughness` of the edge. */
export function fractalRing(random: Random, corners: readonly Point[], breaks: number, roughness: number): Ring {
  let ring = corners
  for (let round = 0; round < breaks; round++) {
    ring = ring.flatMap(([x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length]!
      const off = roughness * (random.next() - 0.5)
      return [[x, y] as const, [(x + nx) / 2 - off * (ny - y), (y + ny) / 2 + off * (nx - x)] as const]
    })
  }
  return closed(ring)
}

/** A blob with such an outline. */
export function fractalBlob(random: Random, x: number, y: number, size: number, breaks: number): Ring {
  return fractalRing(random, blob(random, x, y, size, 8, 0.4).slice(0, -1) as unknown as Point[], breaks, 0.5)
}
