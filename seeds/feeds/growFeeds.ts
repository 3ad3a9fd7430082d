import type { City } from '../city/types'
import { random } from '../random'
import { growCameras } from './cameraFeed'
import type { FeedFile } from './feedFile'
import { growBase } from './growBase'
import { growCases } from './growCases'
import { communityFeed, growCommunities } from './growCommunities'
import { growDevices } from './growDevices'
import { growDriveTest } from './growDriveTest'
import { growEconomy } from './growEconomy'
import { growEmergency } from './growEmergency'
import { growFarms } from './growFarms'
import { gridFeed, growGrids } from './growGrids'
import { growHazards } from './growHazards'
import { growHealth } from './growHealth'
import { growHistory } from './growHistory'
import { growJunctions } from './growJunctions'
import { growKeyAreas, keyAreaFeed } from './growKeyAreas'
import { growKeyBuildings } from './growKeyBuildings'
import { growLamps } from './growLamps'
import { growMapSheets } from './growMapSheets'
import { growMonitoring } from './growMonitoring'
import { growPipelines } from './growPipelines'
import { growReported } from './growReported'
import { growSanitation } from './growSanitation'
import { growScenic } from './growScenic'
import { growSchools } from './growSchools'
import { growServiceHalls } from './growServiceHalls'
import { growSites } from './growSites'
import { growStores } from './growStores'
import { growTransit } from './growTransit'
import { growWarnings } from './growWarnings'
import { survey } from './survey'

/** Every feed of the demonstration city, each from its own random stream. */
export function growFeeds(city: City): FeedFile[] {
  const facts = survey(city)
  const dice = (name: string) => random(`feeds/${name}`)
  const areas = growKeyAreas(facts, dice('key-areas'))
  const grids = growGrids(facts)
  const communities = growCommunities(facts, dice('communities'))
  return [
    ...growBase(city),
    keyAreaFeed(areas),
    ...growSites(facts, areas, dice('sites')),
    growCameras(facts, areas, dice('cameras')),
    growJunctions(facts, dice('junctions')),
    growMapSheets(facts),
    growDriveTest(facts, dice('drive-test')),
    ...growDevices(facts, dice('devices')),
    growMonitoring(facts, dice('monitoring')),
    ...growCases(facts, grids, dice('cases')),
    growHazards(facts, dice('hazards')),
    growWarnings(facts),
    ...growEmergency(facts, dice('emergency')),
    growStores(facts, dice('stores')),
    ...growHealth(facts, dice('health')),
    ...growTransit(facts, dice('transit')),
    growLamps(facts, dice('lamps')),
    growSchools(facts, dice('schools')),
    communityFeed(communities),
    growPipelines(facts, dice('pipelines')),
    growScenic(facts, dice('scenic')),
    ...growEconomy(facts, dice('economy')),
    growFarms(facts, dice('farms')),
    growSanitation(facts, dice('sanitation')),
    growKeyBuildings(facts, dice('key-buildings')),
    gridFeed(grids, facts),
    growServiceHalls(facts, areas, dice('service-halls')),
    growReported(),
    growHistory(dice('history')),
  ]
}
