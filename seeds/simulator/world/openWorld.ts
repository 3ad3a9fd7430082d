import { casePace } from '../cases/casePace'
import { caseWorld } from '../cases/caseWorld'
import { deviceWorld } from '../devices/deviceWorld'
import { seedOf } from '../draw'
import { hazardWorld } from '../hazards/hazardWorld'
import { vehicleWorld } from '../vehicles/vehicleWorld'
import { warningWorld } from '../warnings/warningWorld'
import type { DemoSettings } from './demoTransport'
import type { DemoWorld } from './demoWorld'

const still: DemoWorld = { advance: () => [], changed: () => [] }

/** The world of a feed, by what its features are. Records that nothing is played for stay as they are. */
export async function openWorld({ feed, city, now, snapshot }: DemoSettings): Promise<DemoWorld> {
  const features = await snapshot()
  const since = city.clock ? Date.parse(city.clock.start) : now()
  const citySeed = seedOf(city.code)
  switch (feed.record) {
    case 'case': {
      const named = typeof feed.calendar === 'object' ? feed.calendar : null
      return caseWorld({ snapshot: features, pace: casePace(feed.clock ?? null, named), since, citySeed })
    }
    case 'device':
      return deviceWorld(features, feed.fields.time ?? 'time')
    case 'vehicle':
      return vehicleWorld(features, since)
    case 'hazard':
      return hazardWorld(features, since, citySeed)
    case 'warning':
      return warningWorld(features, since, citySeed)
    default:
      return still
  }
}
