import type { Position } from 'geojson'
import { between } from '../city/measure'
import { toPosition } from '../city/plane'
import { centreOf } from '../geometry/centreOf'
import { bearing, offset } from '../geometry/offset'
import { outerRing } from '../geometry/outline'
import type { Viewpoint } from '../geometry/seenFrom'
import { seenFrom } from '../geometry/seenFrom'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import type { KeyArea } from './growKeyAreas'
import type { Survey } from './survey'
import { samples } from './survey'

export interface Camera extends Viewpoint {
  readonly name: string
  readonly nameEn: string
  readonly kind: '枪机' | '球机' | '卡口'
  readonly department: string
  /** Key area it was put up for, when it was. */
  readonly area: string | null
}

const wanted = 2500

/** Cameras at the gates and in the middle of key areas, at junctions, then along avenues until there are 2,500. */
export function placeCameras(facts: Survey, areas: readonly KeyArea[], dice: Random): Camera[] {
  const inAreas = areas.flatMap((area) => [...gateCameras(area, dice), ...domes(area, dice)])
  const atJunctions = junctionCameras(facts, dice)
  const left = wanted - inAreas.length - atJunctions.length
  return [...inAreas, ...atJunctions, ...streetCameras(facts, Math.max(0, left), dice)].slice(0, wanted)
}

const departmentOf: Readonly<Record<string, string>> = {
  车站: '市交通运输局',
  旅游景点: '市文化和旅游局',
  公园广场: '市综合执法局',
  图书馆: '市文化和旅游局',
  医院: '市卫生健康局',
  学校: '市教育体育局',
  政务服务中心: '市行政审批服务局',
}

/** Three gates on the outline, each camera just inside and looking in. */
function gateCameras(area: KeyArea, dice: Random): Camera[] {
  const ring = outerRing(area.polygon)
  const centre = centreOf(area.polygon)
  const first = dice.whole(0, ring.length - 1)
  return [0, 1, 2].map((gate) => {
    const corner = Math.floor(first + (gate * ring.length) / 3) % ring.length
    const edge = toPosition(between(ring[corner]!, ring[(corner + 1) % ring.length]!, 0.5))
    const inward = bearing(edge, centre)
    return {
      name: `${area.name}${['正门', '侧门', '停车场'][gate]}`,
      nameEn: `${area.nameEn}, ${['main gate', 'side gate', 'car park'][gate]}`,
      kind: '枪机',
      department: gate === 0 ? '市公安局' : (departmentOf[area.kind] ?? '市公安局'),
      area: area.id,
      position: offset(edge, inward, 6),
      range: dice.whole(6, 9) * 10,
      azimuth: inward,
      beamwidth: dice.pick([60, 70, 90]),
    }
  })
}

/** Turning cameras, one by one where most of the area is still unseen, until four fifths are seen. */
function domes(area: KeyArea, dice: Random): Camera[] {
  const points = samples(area.polygon)
  const domesHere: Camera[] = []
  let unseen: readonly Position[] = points
  while (unseen.length > points.length * 0.2 && domesHere.length < 9) {
    const range = dice.whole(9, 14) * 10
    const best = bestPlace(points, unseen, range)
    const dome: Camera = {
      name: `${area.name}球机${domesHere.length + 1}`,
      nameEn: `${area.nameEn}, dome ${domesHere.length + 1}`,
      kind: '球机',
      department: departmentOf[area.kind] ?? '市公安局',
      area: area.id,
      position: best,
      range,
      azimuth: null,
      beamwidth: null,
    }
    domesHere.push(dome)
    unseen = unseen.filter((point) => !seenFrom(dome, point))
  }
  return domesHere
}

function bestPlace(points: readonly Position[], unseen: readonly Position[], range: number): Position {
  const gain = (position: Position) =>
    unseen.filter((point) => seenFrom({ position, range, azimuth: null, beamwidth: null }, point)).length
  return points.reduce((best, point) => (gain(point) > gain(best) ? point : best))
}

function junctionCameras(facts: Survey, dice: Random): Camera[] {
  const built = facts.city.junctions.filter(
    (junction) => facts.builtUp(junction.position) && junction.degree >= 3 && junction.class !== 'residential',
  )
  const cameras = built.flatMap((junction) => {
    const name =
      junction.roads.length > 1
        ? `${junction.roads[0]}与${junction.roads[1]}路口`
        : `${junction.roads[0] ?? '无名'}路口`
    const english = junction.roadsEn.filter((road) => road !== '').slice(0, 2)
    const nameEn = english.length > 0 ? english.join(' / ') : 'Branch road'
    const arms = facts.city.roads.filter((segment) => segment.from === junction.id || segment.to === junction.id)
    return arms.slice(0, dice.whole(2, 4)).map((arm): Camera => {
      const path = arm.from === junction.id ? arm.line.coordinates : [...arm.line.coordinates].reverse()
      const azimuth = bearing(path[0]!, path[1]!)
      const captures = dice.chance(0.35)
      return {
        name: `${name}${compass(azimuth)}`,
        nameEn: `${nameEn}, ${facing(azimuth)}`,
        kind: captures ? '卡口' : '枪机',
        department: captures ? '市交警大队' : '市公安局',
        area: null,
        position: offset(junction.position, (azimuth + 40) % 360, 11),
        range: dice.whole(6, 10) * 10,
        azimuth,
        beamwidth: captures ? 40 : 60,
      }
    })
  })
  return dice.shuffle(cameras).slice(0, 1000)
}

function compass(azimuth: number): string {
  return ['北向', '东向', '南向', '西向'][Math.round(azimuth / 90) % 4]!
}

function facing(azimuth: number): string {
  return ['north', 'east', 'south', 'west'][Math.round(azimuth / 90) % 4]!
}

function streetCameras(facts: Survey, count: number, dice: Random): Camera[] {
  const along = facts
    .roads('primary', 'secondary', 'tertiary', 'residential', 'trunk')
    .flatMap((segment) => stationsAlong(segment.line, 140, 70).map((station) => ({ station, segment })))
    .filter(({ station }) => facts.builtUp(station.position))
  return dice
    .shuffle(along)
    .slice(0, count)
    .map(({ station, segment }, index) => {
      const azimuth = (station.bearing + (index % 2) * 180) % 360
      return {
        name: `${segment.zh || '背街'}${compass(azimuth)}${index + 1}`,
        nameEn: `${segment.en || 'Back street'}, ${facing(azimuth)} ${index + 1}`,
        kind: '枪机',
        department: dice.pick(['市公安局', '市公安局', '市综合执法局', '市应急局', '市城乡水务局']),
        area: null,
        position: offset(station.position, station.bearing + 90, 9),
        range: dice.whole(5, 9) * 10,
        azimuth,
        beamwidth: dice.pick([60, 70, 90]),
      }
    })
}
