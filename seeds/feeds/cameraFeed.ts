import { containment } from '../geometry/contains'
import { seenFrom, shareSeen } from '../geometry/seenFrom'
import { type Random, random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import type { Camera } from './growCameras'
import { placeCameras } from './growCameras'
import type { KeyArea } from './growKeyAreas'
import { dateBefore, minutesBefore } from './moment'
import { numbered, rounded } from './rounding'
import type { Survey } from './survey'
import { samples } from './survey'

/**
 * The camera feed: 20-digit GB/T 28181 ids of division 370883, type 132. In the built-up area two cameras and two key
 * areas are missing to four stars in networking and in HD coverage; some cameras have no status at all.
 */
export function growCameras(facts: Survey, areas: readonly KeyArea[], dice: Random): FeedFile {
  const cameras = placeCameras(facts, areas, dice)
  const inside = areas.map((area) => containment(area.polygon))
  const counted = cameras.filter(
    (camera) => facts.builtUp(camera.position) && inside.some((holds) => holds(camera.position)),
  )
  const unconnected = chosen(counted, counted.length - shortOf(0.9, counted.length, 2), dice)
  // Drawn from a stream of their own: what was grown before stays as it was.
  const field = random('camera-field-checks')
  const blurred = blurredCameras(facts, areas, cameras, dice)
  const features = cameras.map((camera, index) => {
    const standard = blurred.has(camera) || (camera.area === null && dice.chance(0.12))
    const connected = counted.includes(camera) ? !unconnected.has(camera) : dice.chance(0.86)
    return pointFeature(`37088300001320${numbered(index + 1, 6)}`, camera.position, {
      name: camera.name,
      name_en: camera.nameEn,
      kind: camera.kind,
      department: camera.department,
      hd: !standard,
      ...status(dice),
      networked: connected,
      range_m: camera.range,
      azimuth: camera.azimuth,
      beamwidth: camera.beamwidth,
      mount_m: mounted(camera, field),
      ...checked(field),
      time: minutesBefore(rounded(dice.between(2, 25))),
    })
  })
  return { id: 'cameras', asOf: null, features }
}

/** About one in a hundred tells nothing of itself; of the others some are broken or silent. */
function status(dice: Random): { status?: string } {
  if (dice.chance(0.012)) return {}
  if (dice.chance(0.935)) return { status: '完好' }
  return { status: dice.chance(0.6) ? '故障' : '离线' }
}

/** Metres above the ground: turning cameras on masts of 8 to 12, others on poles and walls. */
function mounted({ kind }: Camera, dice: Random): number {
  if (kind === '卡口') return 6.5
  return kind === '球机' ? dice.whole(8, 12) : dice.whole(7, 12) / 2
}

/** Three of five were looked at in the field this year. */
function checked(dice: Random): { checked_by?: string; checked_by_en?: string; checked_at?: string } {
  const [team, days] = [dice.whole(1, 4), dice.whole(3, 200)]
  return dice.chance(0.6)
    ? {
        checked_by: `视频巡检${team}组`,
        checked_by_en: `video inspection team ${team}`,
        checked_at: dateBefore(days),
      }
    : {}
}

/**
 * Cameras of standard definition: every one that looks into the key areas that shall not count as covered. Those are
 * areas into which the cameras of other areas hardly look, so that these can keep their sharp sight.
 */
function blurredCameras(
  facts: Survey,
  areas: readonly KeyArea[],
  cameras: readonly Camera[],
  dice: Random,
): ReadonlySet<Camera> {
  const counted = areas.filter((area) => facts.mostlyBuiltUp(area.polygon))
  const wanted = counted.length - shortOf(0.9, counted.length, 2)
  const alone = dice.shuffle(counted).filter((area) => {
    const others = cameras.filter((camera) => camera.area !== null && camera.area !== area.id)
    return shareSeen(others, samples(area.polygon)) < 0.25
  })
  const open = alone.slice(0, wanted)
  const points = open.flatMap((area) => samples(area.polygon))
  const own = new Set(open.map((area) => area.id))
  return new Set(
    cameras.filter(
      (camera) => (camera.area === null || own.has(camera.area)) && points.some((point) => seenFrom(camera, point)),
    ),
  )
}
