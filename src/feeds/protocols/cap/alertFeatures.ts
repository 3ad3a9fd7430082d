import { parseTime } from '#core/model/time.ts'
import { CAP_REFUSALS, CapRefusal } from './capReasons'
import type { CapInfo } from './readAlert'
import type { SettledAlert } from './settleAlerts'

/**
 * The features of an alert, one for each event it tells of in its first language: Chinese where it has that, the English
 * beside it as `name_en`, `text_en` and so on. Throws a CapRefusal where an event has no place.
 */
export function alertFeatures({ alert, cancelled }: SettledAlert): readonly unknown[] {
  const speaks = (language: RegExp) => alert.infos.filter((info) => language.test(info.language))
  const [chinese, english] = [speaks(/^zh/i), speaks(/^en/i)]
  const first = [chinese, english, alert.infos].find((infos) => infos.length > 0) ?? []
  return first.map((info, index) => {
    const { area } = info
    const other = first === chinese ? english[index] : undefined
    const geometry = area.geometry ?? other?.area.geometry ?? null
    if (!geometry) {
      const named = [...area.names, ...area.geocodes].join(', ')
      throw new CapRefusal(`info[${index}].area`, CAP_REFUSALS.noArea(named === '' ? '—' : named))
    }
    return {
      type: 'Feature',
      id: first.length > 1 ? `${alert.identifier}#${index + 1}` : alert.identifier,
      properties: withoutNull({
        ...words(info, '、'),
        ...(other ? inEnglish(other) : {}),
        level: info.level.level,
        level_from: info.level.from,
        severity: info.severity,
        urgency: info.urgency,
        certainty: info.certainty,
        issuer: info.issuer ?? alert.sender,
        time: alert.sent,
        onset: info.onset ?? info.effective,
        until: earlier(info.expires, cancelled),
        cancelled: cancelled === null ? null : true,
        unplaced: area.unplaced.length > 0 ? area.unplaced.join('、') : null,
        geocode: area.geocodes.length > 0 ? area.geocodes : null,
      }),
      geometry,
    }
  })
}

function words({ event, headline, description, instruction, area }: CapInfo, comma: string) {
  return {
    name: headline ?? event,
    kind: event,
    text: description,
    instruction,
    towns: area.names.length > 0 ? area.names.join(comma) : null,
  }
}

const inEnglish = (info: CapInfo): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...words(info, ', '), issuer: info.issuer }).map(([name, value]) => [`${name}_en`, value]),
  )

const withoutNull = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))

/** The earlier of two times as written, or the one there is. */
function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return (parseTime(a) ?? 0) <= (parseTime(b) ?? 0) ? a : b
}
