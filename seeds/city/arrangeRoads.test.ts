import { describe, expect, it } from 'vitest'
import { arrangeRoads, type RoadLine } from './arrangeRoads'
import type { Path } from './plane'

const road = (zh: string, path: Path, reach = 0): RoadLine =>
  Object.freeze({ zh, en: zh, class: 'tertiary', path, reach, spans: true })

const eastWest = road('东西路', [
  [0, 0],
  [200, 0],
])
const always = (): boolean => true

describe('arrangeRoads', () => {
  it('splits a crossing into four edges that meet in one node', () => {
    const northSouth = road('南北路', [
      [100, -100],
      [100, 100],
    ])
    const { nodes, edges } = arrangeRoads([eastWest, northSouth], 5, always)
    expect(nodes).toHaveLength(5)
    expect(edges).toHaveLength(4)
    const middle = nodes.findIndex(([x, y]) => x === 100 && y === 0)
    expect(edges.every(({ from, to }) => from === middle || to === middle)).toBe(true)
  })

  it('leaves a crossing alone where the roads do not meet', () => {
    const over = road('高速', [
      [100, -100],
      [100, 100],
    ])
    expect(arrangeRoads([eastWest, over], 5, () => false).edges).toHaveLength(2)
  })

  it('draws an end within reach onto the other road', () => {
    const side = road(
      '支路',
      [
        [60, 90],
        [60, 20],
      ],
      30,
    )
    // The side road's end moves from (60, 20) to (60, 0), and the main road is parted there: 60 + 140 metres.
    const { nodes, edges } = arrangeRoads([eastWest, side], 5, always)
    expect(nodes).toContainEqual([60, 0])
    expect(edges).toHaveLength(3)
  })
})
