import { describe, expect, it } from 'vitest'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { nearestTo } from './nearestTo'

function resource(id: string, at: FeatureDetail['at']): FeatureDetail {
  return { feed: 'teams', mapId: 1, id, record: 'team', name: id, properties: {}, time: null, at, bounds: null }
}

const RESOURCES = [resource('far', [117, 35.02]), resource('near', [117, 35.01]), resource('lost', null)]

describe('nearest resources', () => {
  it('orders by great-circle metres and leaves out what has no place', () => {
    const found = nearestTo({ feed: 'cases', id: 'c1' }, [117, 35], RESOURCES, 5)
    expect(found.map(({ resource: { id } }) => id)).toEqual(['near', 'far'])
    // One hundredth of a degree of latitude on R = 6 371 008.8 m: 0.01 * pi / 180 * R = 1111.95 m.
    expect(found[0]!.metres).toBeCloseTo(1111.95, 1)
  })

  it('never counts the feature itself, and keeps to the number wanted', () => {
    expect(nearestTo({ feed: 'teams', id: 'near' }, [117, 35], RESOURCES, 1).map(({ resource: { id } }) => id)).toEqual(
      ['far'],
    )
  })
})
