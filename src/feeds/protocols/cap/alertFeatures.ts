import type { CapInfo } from './readAlert'
import { earlier, type SettledAlert } from './settleAlerts'

/**
 * The features of an alert, one for each event it tells of: in Chinese where it has that, the English beside it as
 * `name_en`, `text_en` and so on. One without an outline has no geometry.
 */
export function alertFeatures({ alert, events, ended }: SettledAlert): readonly unknown[] {
  return events.map(({ info, english }, index) => {
    const { area } = info
    // What the sender has called off holds no longer than until it was.
    const over = info.allClear ? earlier(ended, alert.sent) : ended
    return {
      type: 'Feature',
      id: events.length > 1 ? `${alert.identifier}#${index + 1}` : alert.identifier,
      properties: withoutNull({
        ...words(info, '、'),
        ...(english ? inEnglish(english) : {}),
        level: info.level.level,
        level_from: info.level.from,
        severity: info.severity,
        urgency: info.urgency,
        certainty: info.certainty,
        issuer: info.issuer ?? (alert.sender === '' ? null : alert.sender),
        time: alert.sent,
        onset: info.onset ?? info.effective,
        until: earlier(info.expires, over),
        cancelled: over === null ? null : true,
        unplaced: area.unplaced.length > 0 ? area.unplaced.join('、') : null,
        geocode: area.geocodes.length > 0 ? area.geocodes : null,
        restriction: alert.restriction,
      }),
      geometry: area.geometry,
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
