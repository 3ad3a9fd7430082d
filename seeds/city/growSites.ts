import gazetteer from '../gazetteer.json'
import type { Path, Point } from './plane'
import { toPlane } from './plane'
import { warpLine } from './streetPlan'
import type { LandUse } from './types'

/** A place whose position is known or wanted: its block gets the use and the name. */
export interface Landmark {
  readonly zh: string
  readonly en: string
  readonly use: LandUse
  readonly point: Point
}

/** A block of its own outside the street nets. */
export interface Site extends Landmark {
  readonly ring: Path
}

const known = (id: string): Point => {
  const place = gazetteer.places.find((candidate) => candidate.id === id)
  if (!place) throw new Error(`the gazetteer has no ${id}`)
  return toPlane(place.position)
}

/** Positions of the first two are in the gazetteer; the others are invented. */
export const landmarks: readonly Landmark[] = [
  { zh: '邹城市人民政府', en: 'Zoucheng Municipal Government', use: 'office', point: known('zc-gov-center') },
  { zh: '孟庙孟府', en: 'Temple and Mansion of Mencius', use: 'scenic', point: known('mengmiao-yangqimen') },
  { zh: '邹城市人民医院', en: "Zoucheng People's Hospital", use: 'hospital', point: [760, -520] },
  { zh: '市民广场', en: "Citizens' Square", use: 'square', point: [-330, 830] },
  { zh: '邹城站站前广场', en: 'Station Square', use: 'square', point: [-1800, 200] },
  { zh: '孟子湖公园', en: 'Mengzi Lake Park', use: 'park', point: [4900, 1500] },
  { zh: '体育公园', en: 'Sports Park', use: 'park', point: [3200, 900] },
  { zh: '邹城市第一中学', en: 'Zoucheng No. 1 Middle School', use: 'school', point: [1600, 2150] },
]

const plants = [
  ['zouxian-ps', '邹县发电厂', 'Zouxian Power Station', 520, 330],
  ['nantun-ps', '南屯煤矿', 'Nantun Coal Mine', 430, 300],
  ['luxi-ps', '鲁西发电', 'Luxi Power Station', 420, 280],
] as const

/** The station precinct beside the railway, and the power stations and mines in the west and south-west. */
export function growSites(): Site[] {
  const stationCorners: Path = [
    [-2320, -60],
    [-1980, -60],
    [-1980, 430],
    [-2320, 430],
  ]
  const station: Site = {
    zh: '邹城站',
    en: 'Zoucheng Railway Station',
    use: 'station',
    point: warpLine([-2150, 180], [-2150, 180])[0]!,
    ring: stationCorners.flatMap((corner, index) => warpLine(corner, stationCorners[(index + 1) % 4]!).slice(0, -1)),
  }
  const works = plants.map(([id, zh, en, east, north]): Site => {
    const point = known(id)
    const skew = 0.12
    const corner = (x: number, y: number): Point => [point[0] + x - y * skew, point[1] + y + x * skew]
    const ring = [corner(-east, -north), corner(east, -north), corner(east, north), corner(-east, north)]
    return { zh, en, use: 'industrial', point, ring }
  })
  return [station, ...works]
}
