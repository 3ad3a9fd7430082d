import type { Geometry } from 'geojson'
import { parseTime } from '#core/model/parseTime.ts'
import { draw } from '../draw'
import type { DemoFeature } from '../world/demoWorld'

/** A case about to be reported: where, and what of. */
export interface CaseTemplate {
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
}

export interface CaseTemplates {
  readonly units: readonly string[]
  /** Cases reported on a usual day, as the snapshot has them. */
  readonly perDay: number
  /** A case where one of the snapshot was, of the kind of another; the lots are in [0, 1). */
  caseOf(place: number, kind: number, seed: number): CaseTemplate
}

const DAYS = 5
const DAY = 86_400_000
/** Degrees a place is moved at most: some fifteen metres. */
const NUDGE = 0.00015
const OF_PLACE = ['grid'] as const
const OF_KIND = ['class', 'code', 'grade', 'unit', 'kind', 'origin'] as const

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Road and kind of a case's name: `峄山路道路破损`, `Potholes, Yishan Road`. */
function namesOf({ properties }: DemoFeature): { road: string; roadEn: string; kindEn: string } {
  const kind = textOf(properties.kind)
  const name = textOf(properties.name)
  const [kindEn = '', ...roadEn] = textOf(properties.name_en).split(', ')
  return { road: kind && name.endsWith(kind) ? name.slice(0, -kind.length) : '', roadEn: roadEn.join(', '), kindEn }
}

function nudge(geometry: Geometry | null, seed: number): Geometry | null {
  if (geometry?.type !== 'Point') return geometry
  const by = (salt: number) => (draw(seed, salt) - 0.5) * 2 * NUDGE
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  const [longitude = 0, latitude = 0] = geometry.coordinates
  return { type: 'Point', coordinates: [round(longitude + by(81)), round(latitude + by(82))] }
}

/** New cases resemble those that are there: busy places stay busy and common kinds common. */
export function caseTemplates(features: readonly DemoFeature[], since: number): CaseTemplates {
  const units = [...new Set(features.map(({ properties }) => textOf(properties.unit)).filter(Boolean))].sort()
  const times = features.map(({ properties }) => parseTime(properties.reported) ?? Number.NEGATIVE_INFINITY)
  const lately = times.filter((time) => time > since - DAYS * DAY && time <= since).length
  const pick = (lot: number) => features[Math.floor(lot * features.length)]
  return {
    units,
    perDay: lately / DAYS,
    caseOf(place, kind, seed) {
      const at = pick(place)
      const like = pick(kind)
      if (!at || !like) return { geometry: null, properties: {} }
      const part = (from: DemoFeature, names: readonly string[]) =>
        Object.fromEntries(names.filter((name) => name in from.properties).map((name) => [name, from.properties[name]]))
      const { road, roadEn } = namesOf(at)
      const { kindEn } = namesOf(like)
      const name = `${road}${textOf(like.properties.kind)}` || textOf(like.properties.name)
      const english = roadEn && kindEn ? { name_en: `${kindEn}, ${roadEn}` } : {}
      const properties = { name, ...english, ...part(like, OF_KIND), ...part(at, OF_PLACE) }
      return { geometry: nudge(at.geometry, seed), properties }
    },
  }
}
