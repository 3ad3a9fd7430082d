import { parseTime } from '#core/model/time.ts'
import { type CapArea, capArea } from './capArea'
import { type CapLevel, capLevel } from './capLevel'
import { CAP_REFUSALS, CapRefusal } from './capReasons'
import { nodesOf, textIn, type XmlNode } from './readXml'

/** One `info` of an alert: one language of one event. */
export interface CapInfo {
  readonly language: string
  readonly event: string
  readonly headline: string | null
  readonly description: string | null
  readonly instruction: string | null
  readonly issuer: string | null
  readonly severity: string | null
  readonly urgency: string | null
  readonly certainty: string | null
  /** As written; each was seen to be readable. */
  readonly effective: string | null
  readonly onset: string | null
  readonly expires: string | null
  readonly level: CapLevel
  readonly area: CapArea
}

/** One alert that can be used. */
export interface CapAlert {
  /** `sender,identifier`: what others refer to it by. */
  readonly key: string
  readonly identifier: string
  readonly sender: string
  readonly sent: string
  readonly type: 'Alert' | 'Update' | 'Cancel'
  /** Keys of the alerts it is about. */
  readonly references: readonly string[]
  readonly infos: readonly CapInfo[]
}

const TYPES: readonly CapAlert['type'][] = ['Alert', 'Update', 'Cancel']

/** Reads an `<alert>`. Throws a CapRefusal for one that is no actual alert or lacks what it needs. */
export function readAlert(node: XmlNode): CapAlert {
  const identifier = need(node, 'identifier')
  const sender = textIn(node, 'sender') ?? ''
  const sent = time(node, 'sent', 'sent')
  if (sent === null) throw new CapRefusal('sent', CAP_REFUSALS.missing('sent'))
  const status = textIn(node, 'status') ?? 'Actual'
  if (status !== 'Actual') throw new CapRefusal('status', CAP_REFUSALS.notActual(status))
  const written = textIn(node, 'msgType') ?? 'Alert'
  const type = TYPES.find((known) => known === written)
  if (!type) throw new CapRefusal('msgType', CAP_REFUSALS.notAlert(written))
  const infos = nodesOf(node, 'info').map((info, index) => readInfo(info, `info[${index}]`))
  if (infos.length === 0 && type !== 'Cancel') throw new CapRefusal('info', CAP_REFUSALS.missing('info'))
  return {
    key: `${sender},${identifier}`,
    identifier,
    sender,
    sent,
    type,
    references: (textIn(node, 'references') ?? '').split(/\s+/).filter(Boolean).map(referenceKey),
    infos,
  }
}

/** `sender,identifier,sent`, of which the time is not needed. */
const referenceKey = (reference: string): string => reference.split(',').slice(0, 2).join(',')

function readInfo(info: XmlNode, field: string): CapInfo {
  const event = need(info, 'event', `${field}.event`)
  const codes = [...nodesOf(info, 'parameter'), ...nodesOf(info, 'eventCode')].map((code) => ({
    name: textIn(code, 'valueName') ?? '',
    value: textIn(code, 'value') ?? '',
  }))
  const severity = textIn(info, 'severity')
  return {
    language: textIn(info, 'language') ?? (/\p{Script=Han}/u.test(event) ? 'zh-CN' : 'en-US'),
    event,
    headline: textIn(info, 'headline'),
    description: textIn(info, 'description'),
    instruction: textIn(info, 'instruction'),
    issuer: textIn(info, 'senderName'),
    severity,
    urgency: textIn(info, 'urgency'),
    certainty: textIn(info, 'certainty'),
    effective: time(info, 'effective', `${field}.effective`),
    onset: time(info, 'onset', `${field}.onset`),
    expires: time(info, 'expires', `${field}.expires`),
    level: capLevel(codes, severity),
    area: capArea(info, field),
  }
}

function need(node: XmlNode, element: string, field = element): string {
  const text = textIn(node, element)
  if (text === null) throw new CapRefusal(field, CAP_REFUSALS.missing(element))
  return text
}

/** A time as it is written, null without one; unreadable ones are refused: nobody would know when the alert ends. */
function time(node: XmlNode, element: string, field: string): string | null {
  const text = textIn(node, element)
  if (text !== null && parseTime(text) === null) throw new CapRefusal(field, CAP_REFUSALS.time(element, text))
  return text
}
