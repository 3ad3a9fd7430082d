import { rectangle } from '../generators/shapes'
import type { PolygonCase } from './polygonCase'

/** Pictures that need more than which side a corner lies on: the order in which several edges pass one place. */
export const knownPolygons: readonly PolygonCase[] = [
  {
    kind: 'two equal covers and a third along one edge, through a corner of the subject',
    parts: [
      [
        [
          [100, -100],
          [100, 100],
          [-100, 100],
          [100, -100],
        ],
      ],
    ],
    covers: [
      [
        [
          [
            [50, 50],
            [100, 50],
            [125, 75],
            [75, 75],
            [50, 50],
          ],
        ],
      ],
      [
        [
          [
            [75, 75],
            [100, 75],
            [125, 100],
            [100, 100],
            [75, 75],
          ],
        ],
      ],
      [
        [
          [
            [75, 75],
            [100, 100],
            [125, 100],
            [100, 75],
            [75, 75],
          ],
        ],
      ],
    ],
  },
  {
    kind: 'a spike of a cover whose tip is a corner of the subject',
    parts: [
      [
        [
          [-75, 75],
          [25, 0],
          [100, -75],
          [-75, 75],
        ],
      ],
    ],
    covers: [
      [
        [
          [
            [-25, 75],
            [-75, 75],
            [25, 25],
            [-25, 75],
          ],
        ],
      ],
      [
        [
          [
            [-25, 75],
            [100, -75],
            [25, 25],
            [-25, 75],
            [25, 0],
            [-25, 75],
          ],
        ],
      ],
    ],
  },
  {
    kind: 'sheets that leave two squares which meet in a point, and a hole in one',
    parts: [[rectangle(0, 0, 40, 40)]],
    covers: [[[rectangle(0, 0, 20, 20)]], [[rectangle(20, 20, 40, 40)], [rectangle(25, 5, 30, 10)]]],
  },
]
