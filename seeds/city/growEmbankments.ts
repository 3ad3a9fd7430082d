import type { RoadLine } from './arrangeRoads'
import { inflate, outers } from './clip'
import { simplify, simplifyRing } from './curve'
import type { Water } from './growWater'
import { longestInside } from './longestInside'
import { distance } from './measure'
import type { Path, Point } from './plane'

const greenway = 62

/** The path moved sideways, to the left when positive. */
function aside(path: Path, metres: number): Path {
  return path.map((point, index): Point => {
    const before = path[Math.max(0, index - 2)]!
    const after = path[Math.min(path.length - 1, index + 2)]!
    const length = distance(before, after)
    return [
      point[0] - ((after[1] - before[1]) / length) * metres,
      point[1] + ((after[0] - before[0]) / length) * metres,
    ]
  })
}

/** Roads on both banks of the rivers within the core, and around the lake; greenways lie between them and the water. */
export function growEmbankments(water: Water, core: Path): RoadLine[] {
  const banks = water.rivers
    .filter(({ id }) => id === 'xiaoyi' || id === 'dasha')
    .flatMap(({ zh, en, course, from, to }) =>
      ([1, -1] as const).map((side): RoadLine => {
        const path = simplify(longestInside(aside(course, side * ((from + to) / 2 + greenway)), core), 2)
        // Both rivers flow west, so their left bank is the southern one.
        const [bank, bankEn] = side === 1 ? ['南', 'South'] : ['北', 'North']
        return {
          zh: `${zh}${bank}路`,
          en: `${en.replace(' River', '')} ${bankEn} Road`,
          class: 'tertiary',
          path,
          reach: 90,
          spans: false,
        }
      }),
    )
  const lake = water.lakes.find(({ id }) => id === 'mengzi-lake')
  if (!lake) return banks
  const ring = simplifyRing(outers(inflate(inflate([lake.ring], 330, true), -245, true))[0]!, 4)
  return [
    ...banks,
    { zh: '环湖路', en: 'Lake Loop', class: 'tertiary', path: [...ring, ring[0]!], reach: 0, spans: true },
  ]
}
