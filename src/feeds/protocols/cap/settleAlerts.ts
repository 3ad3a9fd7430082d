import type { MultiPolygon, Polygon, Position } from 'geojson'
import { parseTime } from '#core/model/parseTime.ts'
import type { AlertArea, RememberedAlert } from '../protocol'
import { CAP_REFUSALS, CapRefusal } from './capReasons'
import type { CapInfo, CapMessage } from './readAlert'
import { type MessageKey, means, sameName } from './references'
import { type Telling, tellings } from './tellings'

/** An alert that stands, or stood until another message ended it. */
export interface SettledAlert {
  readonly alert: CapMessage
  readonly events: readonly Telling[]
  /** When another message ended it, as written; null when none did. */
  readonly ended: string | null
  /** Events keep the area of the message this one updates. */
  readonly areaKept: boolean
}

export interface Settled {
  readonly alerts: readonly SettledAlert[]
  /** What is known now of where alerts hold, or held, for the next reading: the newest of it. */
  readonly remembered: readonly RememberedAlert[]
  /** Messages that stood more than once. */
  readonly repeated: readonly CapMessage[]
  /** Cancellations that name nothing. */
  readonly idle: readonly { readonly message: CapMessage; readonly refusal: CapRefusal }[]
}

interface Standing {
  readonly alert: CapMessage
  events: readonly Telling[]
  ended: string | null
  replaced: boolean
  areaKept: boolean
}

const RANK = { Alert: 0, Update: 1, Cancel: 2 } as const

/**
 * What messages make of each other, whatever their order in the file.
 *
 * The same sender, identifier and time sent are one message. An Update replaces what it refers to, and so does a later
 * message under the same name; it takes over the area where it gives none. Where it takes effect later, the earlier one
 * holds until then. A Cancel ends what it refers to when it was sent, but not what was sent under that name afterwards; it
 * is no alert of its own. References to messages that are not in the file concern nothing here, but that one which gives no
 * area takes over that of what it names in an `earlier` reading.
 */
export function settleAlerts(messages: readonly CapMessage[], earlierOnes: readonly RememberedAlert[] = []): Settled {
  const { single, repeated } = withoutRepeats(messages)
  const order = single.toSorted((a, b) => a.sentAt - b.sentAt || RANK[a.type] - RANK[b.type])
  const all = order.flatMap((alert): Standing[] => {
    if (alert.type === 'Cancel') return []
    return [{ alert, events: tellings(alert.infos), ended: null, replaced: false, areaKept: false }]
  })
  const idle: Settled['idle'][number][] = []
  for (const by of order) {
    const named = all.filter(({ alert }) => alert !== by && isAbout(by, alert))
    if (by.type === 'Cancel') {
      if (by.references.length === 0 && named.length === 0) {
        idle.push({ message: by, refusal: new CapRefusal('references', CAP_REFUSALS.cancelsNothing()) })
      }
      for (const target of named) target.ended = earlier(target.ended, by.sent)
      continue
    }
    // Two updates that name each other must not both go: only what came before in this order is replaced.
    const before = named.filter(({ alert }) => order.indexOf(alert) < order.indexOf(by))
    const own = all.find(({ alert }) => alert === by)
    if (!own) continue
    keepArea(
      own,
      before.toReversed().flatMap(({ events }) => events.map(({ info }) => info)),
    )
    if (!own.areaKept) keepArea(own, rememberedOf(by, earlierOnes))
    if (before.length === 0) continue
    const from = takesEffect(by)
    for (const target of before) {
      if (from === null) target.replaced = true
      else target.ended = earlier(target.ended, from)
    }
  }
  return {
    alerts: inOrderOf(
      messages,
      all.filter(({ replaced }) => !replaced),
    ),
    repeated,
    idle,
    remembered: remember(all, earlierOnes),
  }
}

/** Alerts of earlier readings, the newest, and positions of all their areas. */
const MOST_REMEMBERED = { alerts: 500, positions: 200_000 }

function remember(all: readonly Standing[], earlierOnes: readonly RememberedAlert[]): readonly RememberedAlert[] {
  const now = all.map(({ alert: { sender, identifier, sentAt }, events }): RememberedAlert => {
    return { sender, identifier, sentAt, infos: events.map(({ info: { event, area } }) => ({ event, area })) }
  })
  const others = earlierOnes.filter((one) => !now.some((known) => isSame(known, one)))
  const newestFirst = [...now, ...others]
    .filter(({ infos }) => infos.some(isPlaced))
    .toSorted((a, b) => b.sentAt - a.sentAt)
    .slice(0, MOST_REMEMBERED.alerts)
  let positions = 0
  return newestFirst.filter(({ infos }) => {
    for (const { area } of infos) for (const part of partsOf(area.geometry)) positions += part.flat().length
    return positions <= MOST_REMEMBERED.positions
  })
}

/** Where the very message held when it was read before, else what it is about. */
function rememberedOf(by: CapMessage, earlierOnes: readonly RememberedAlert[]): RememberedAlert['infos'] {
  const own = earlierOnes.find((one) => isSame(one, by))
  return own?.infos ?? earlierOnes.filter((one) => isAbout(by, one)).flatMap(({ infos }) => infos)
}

const isSame = (a: MessageKey, b: MessageKey): boolean => sameName(a, b) && a.sentAt === b.sentAt

const isPlaced = ({ area }: Pick<CapInfo, 'area'>): boolean => area.geometry !== null || area.geocodes.length > 0

/** Whether a message replaces or ends another. */
export function isAbout(by: CapMessage, other: MessageKey): boolean {
  const later = other.sentAt < by.sentAt || (other.sentAt === by.sentAt && by.type === 'Cancel')
  if (sameName(by, other)) return later
  return by.type !== 'Alert' && by.references.some((reference) => means(reference, by, other))
}

/** When a message takes effect, as written, where that is after it was sent: the earliest of its events; else null. */
function takesEffect({ infos, sentAt }: CapMessage): string | null {
  const times = infos.map(({ effective }) => effective)
  if (times.some((time) => time === null || (parseTime(time) ?? 0) <= sentAt)) return null
  return times.reduce((first, time) => earlier(first, time), null)
}

/** The earlier of two times as written, or the one there is. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return (parseTime(a) ?? 0) <= (parseTime(b) ?? 0) ? a : b
}

/** Events without an area of their own take that of the same event before, else all of what was before, the latest first. */
function keepArea(own: Standing, before: RememberedAlert['infos']): void {
  const placed = before.filter(isPlaced)
  if (placed.length === 0) return
  own.events = own.events.map((event) => {
    const { area } = event.info
    if (area.geometry) return event
    const same = placed.filter(({ event: name }) => name === event.info.event)
    const kept = together((same.length > 0 ? same : placed).map((info) => info.area))
    const isTold = area.geocodes.length > 0
    // A place told by codes is no less than another that is.
    if (isTold && kept.geometry === null) return event
    own.areaKept = true
    const names = area.names.length > 0 ? area.names : kept.names
    return {
      ...event,
      info: { ...event.info, area: { ...kept, names, geocodes: isTold ? area.geocodes : kept.geocodes } },
    }
  })
}

function together(areas: readonly AlertArea[]): AlertArea {
  const parts = new Map<string, Position[][]>()
  for (const { geometry } of areas) for (const part of partsOf(geometry)) parts.set(JSON.stringify(part), part)
  const [first, ...more] = parts.values()
  const geometry: Polygon | MultiPolygon | null =
    first === undefined
      ? null
      : more.length === 0
        ? { type: 'Polygon', coordinates: first }
        : { type: 'MultiPolygon', coordinates: [first, ...more] }
  const all = (of: (area: AlertArea) => readonly string[]) => [...new Set(areas.flatMap(of))]
  return {
    geometry,
    names: all(({ names }) => names),
    unplaced: all(({ unplaced }) => unplaced),
    geocodes: all(({ geocodes }) => geocodes),
    remarks: [],
  }
}

function partsOf(geometry: AlertArea['geometry']): readonly Position[][][] {
  if (!geometry) return []
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** One message for each sender, identifier, time and type; an aggregator may have put its languages into several. */
function withoutRepeats(messages: readonly CapMessage[]) {
  const single: CapMessage[] = []
  const repeated: CapMessage[] = []
  for (const message of messages) {
    const at = single.findIndex(
      (one) => sameName(one, message) && one.sentAt === message.sentAt && one.type === message.type,
    )
    const first = single[at]
    if (!first) {
      single.push(message)
      continue
    }
    repeated.push(message)
    const known = new Set(first.infos.map(signature))
    single[at] = {
      ...first,
      references: [...first.references, ...message.references],
      infos: [...first.infos, ...message.infos.filter((info) => !known.has(signature(info)))],
    }
  }
  return { single, repeated }
}

const signature = ({ language, event, level, onset, expires, allClear, area }: CapInfo): string =>
  JSON.stringify([
    language.toLowerCase(),
    event,
    level.level,
    parseTime(onset),
    parseTime(expires),
    allClear,
    area.geometry,
    area.geocodes,
  ])

/** In the order of the file, so that a list read again keeps its order. */
function inOrderOf(messages: readonly CapMessage[], standing: readonly Standing[]): readonly SettledAlert[] {
  const place = ({ alert }: Standing) =>
    messages.findIndex((message) => sameName(message, alert) && message.sentAt === alert.sentAt)
  return standing.toSorted((a, b) => place(a) - place(b))
}
