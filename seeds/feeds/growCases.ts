import type { Position } from 'geojson'
import { type CaseRecord, caseProperties } from '#core/cases/caseRecord.ts'
import { reportCase } from '#core/cases/transitions.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { caseClock } from '../catalog/caseClock'
import { workingCalendar } from '../catalog/workingCalendar'
import { offset } from '../geometry/offset'
import { type Station, stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import { caseArrivals } from '../simulator/cases/caseArrivals'
import { casePace } from '../simulator/cases/casePace'
import { caseId, liveCase } from '../simulator/cases/liveCase'
import { seedOf } from '../simulator/draw'
import { type CaseKind, caseKinds } from './caseKinds'
import { type FeedFeature, type FeedFile, pointFeature } from './feedFile'
import { type Grid, gridFinder } from './growGrids'
import { clockStart } from './moment'
import type { Survey } from './survey'

const DAY = 86_400_000
const MINUTE = 60_000
/** Cases on a usual day. */
const PER_DAY = 33
/** Cases of the last days are in the feed with all that is open; closed ones before that are in the archive. */
const LIVE_DAYS = 6
const ARCHIVE_DAYS = 35

interface Place {
  readonly station: Station
  readonly zh: string
  readonly en: string
}

interface Reported {
  readonly at: number
  readonly id: string
  readonly place: Place
  readonly kind: CaseKind
}

/** Something that keeps one corner of the city busy just now: so many cases between these minutes before the clock starts. */
const BUSY: readonly {
  readonly codes: readonly string[]
  readonly count: number
  readonly from: number
  readonly to: number
}[] = [
  { codes: ['0112', '0112', '0112', '0401'], count: 11, from: 130, to: 5 },
  { codes: ['0501', '0505'], count: 9, from: 105, to: 10 },
  { codes: ['0406'], count: 7, from: 700, to: 190 },
]

const units = [...new Set(caseKinds.map(({ unit }) => unit))].sort()
const pace = casePace(caseClock, workingCalendar)

/**
 * Cases of six weeks along the streets, each with its own life up to the start of the clock: those of the last days and all
 * open ones (`cases`), and the closed ones before that (`cases-past`).
 */
export function growCases(facts: Survey, grids: readonly Grid[], dice: Random): FeedFile[] {
  const find = gridFinder(grids)
  const along = facts
    .roads('primary', 'secondary', 'tertiary', 'residential')
    .filter((segment) => facts.lineBuiltUp(segment.line))
    .flatMap((segment) =>
      stationsAlong(segment.line, 60).map(
        (station): Place => ({ station, zh: segment.zh || '背街小巷', en: segment.zh ? segment.en : 'back lane' }),
      ),
    )
  const hot = [0, 1, 2, 3].map(() => dice.pick(along).station.position)
  const lot = caseKinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  const usual = caseArrivals(PER_DAY, seedOf('370883'), clockStart - (LIVE_DAYS + ARCHIVE_DAYS) * DAY, clockStart).map(
    ({ at, serial }): Reported => ({
      at,
      id: caseId(at, serial),
      place: nearHotSpot(along, hot, dice),
      kind: dice.pick(lot),
    }),
  )
  const all = [...usual, ...busyCorners(along, dice)].sort((one, other) => one.at - other.at)
  const features = all.map((reported) => ({ ...reported, ...lived(reported, find, dice) }))
  const past = ({ at, record }: { at: number; record: CaseRecord }) =>
    record.stage === '结案' && at < clockStart - LIVE_DAYS * DAY
  return [
    { id: 'cases', asOf: null, features: features.filter((each) => !past(each)).map(({ feature }) => feature) },
    {
      id: 'cases-past',
      asOf: null,
      features: features.filter(past).map(({ feature, record }) => archived(feature, record)),
    },
  ]
}

/** Every second case is drawn again until it is near one of the hot spots, at most a few times. */
function nearHotSpot(along: readonly Place[], hot: readonly Position[], dice: Random): Place {
  let pick = dice.pick(along)
  if (dice.chance(0.5)) return pick
  for (let tries = 0; tries < 25; tries++) {
    const [longitude, latitude] = pick.station.position
    if (hot.some((spot) => Math.abs(spot[0]! - longitude!) < 0.006 && Math.abs(spot[1]! - latitude!) < 0.005)) break
    pick = dice.pick(along)
  }
  return pick
}

function busyCorners(along: readonly Place[], dice: Random): Reported[] {
  return BUSY.flatMap(({ codes, count, from, to }) => {
    const [longitude, latitude] = dice.pick(along).station.position
    const near = along.filter(
      ({ station: { position } }) =>
        Math.abs(position[0]! - longitude!) < 0.0018 && Math.abs(position[1]! - latitude!) < 0.0014,
    )
    return Array.from({ length: count }, (_, index) => {
      const at = clockStart - Math.round(dice.between(to, from) * 60) * 1000
      const code = dice.pick(codes)
      const kind = caseKinds.find((each) => each.code === code)!
      return { at, id: caseId(at, 9 - (index % 3)), place: dice.pick(near), kind }
    })
  })
}

/** A case as it stands when the clock starts, after a life of its own. */
function lived(
  { at, id, place, kind }: Reported,
  find: ReturnType<typeof gridFinder>,
  dice: Random,
): { feature: FeedFeature; record: CaseRecord } {
  const position = offset(place.station.position, place.station.bearing + 90, dice.between(4, 12))
  const grid = find(position)?.id
  const origin = dice.pick(['采集员', '采集员', '公众', '视频智能', '12345'])
  const properties = {
    name: `${place.zh}${kind.zh}`,
    name_en: `${kind.en}, ${place.en}`,
    kind: kind.zh,
    class: kind.class,
    code: kind.code,
    grade: kind.grade,
    ...(grid ? { grid } : {}),
    unit: kind.unit,
    origin,
  }
  const born = { record: { ...reportCase({ at, by: origin }), unit: kind.unit }, properties, seed: seedOf(id) }
  const { record } = liveCase(born, clockStart, pace, units)
  return { record, feature: pointFeature(id, position, { ...properties, ...caseProperties(record) }) }
}

/** What key figures and hot spots need of a closed case, times to the minute. */
function archived({ id, geometry, properties }: FeedFeature, record: CaseRecord): FeedFeature {
  const minute = (time: number | null) =>
    (shanghaiTime(Math.floor((time ?? 0) / MINUTE) * MINUTE) ?? '').slice(0, 16).replace('T', ' ')
  const { class: name, code, grade, grid } = properties
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  const place = geometry?.type === 'Point' ? geometry.coordinates.map(round) : []
  return pointFeature(String(id), place, {
    class: name,
    code,
    grade,
    ...(grid ? { grid } : {}),
    unit: record.unit,
    stage: record.stage,
    time: minute(record.time),
    history: record.history
      .filter(({ verb }) => verb !== 'urge')
      .map(({ at, verb, stage, unit }) => ({
        at: minute(at),
        verb,
        stage,
        ...(verb === 'reassign' ? { unit } : {}),
      })),
  })
}
