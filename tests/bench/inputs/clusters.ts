import KDBush from 'kdbush'
import type { CoverRows } from '#core/siting/coverInstance.ts'
import { random } from '#seeds/random.ts'

/** How sites and demand are drawn: both round the same 12 places, spread by a tenth of the side of their square. */
export interface ClusterPlan {
  readonly name: string
  readonly sites: number
  readonly demand: number
  /** Reach of a site. The square's side is 30. */
  readonly radius: number
}

const SIDE = 30
const CLUSTERS = 12

/** Sites, and demand of weight 1 to 100 with those within reach; the same plan gives the same. */
export function clusters({ name, sites, demand, radius }: ClusterPlan): CoverRows {
  const stream = random(`siting ${name}`)
  const normal = () => Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next())
  const centres = Array.from({ length: CLUSTERS }, () => [stream.between(0, SIDE), stream.between(0, SIDE)] as const)
  const tree = new KDBush(sites)
  for (let site = 0; site < sites; site++) {
    const [x, y] = stream.pick(centres)
    tree.add(x + (normal() * SIDE) / 10, y + (normal() * SIDE) / 10)
  }
  tree.finish()
  const weight = new Float64Array(demand)
  const siteFrom = new Int32Array(demand + 1)
  const siteOf: number[] = []
  for (let d = 0; d < demand; d++) {
    const [x, y] = stream.pick(centres)
    weight[d] = stream.whole(1, 100)
    for (const site of tree
      .within(x + (normal() * SIDE) / 10, y + (normal() * SIDE) / 10, radius)
      .sort((a, b) => a - b)) {
      siteOf.push(site)
    }
    siteFrom[d + 1] = siteOf.length
  }
  return { sites, weight, siteFrom, siteOf: Int32Array.from(siteOf), share: null }
}
