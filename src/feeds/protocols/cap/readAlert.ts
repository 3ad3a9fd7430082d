import type { Reason } from '#core/model/feedReport.ts'
import { parseTime } from '#core/model/parseTime.ts'
import type { AlertArea } from '../protocol'
import { capArea } from './capArea'
import { type CapLevel, capLevel } from './capLevel'
import { CAP_REFUSALS, CAP_REMARKS, CapRefusal } from './capReasons'
import { nodesOf, textIn, textsOf, type XmlNode } from './readXml'
import { type MessageKey, type Reference, readReferences } from './references'

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
  /** The sender says that the event is over. */
  readonly allClear: boolean
  /** `valueName=value` of each event code. */
  readonly eventCodes: readonly string[]
  readonly level: CapLevel
  readonly area: AlertArea
}

/** One message that was understood. */
export interface CapMessage extends MessageKey {
  /** As written. */
  readonly sent: string
  readonly type: 'Alert' | 'Update' | 'Cancel'
  readonly references: readonly Reference[]
  readonly infos: readonly CapInfo[]
  /** Words of a scope other than Public; null where it is public. */
  readonly restriction: string | null
}

/** A message, or why it is none to act on. */
export type CapReading =
  | { readonly kind: 'message'; readonly message: CapMessage }
  /** Understood, and by the standard neither an alert nor the end of one. */
  | { readonly kind: 'aside'; readonly key: MessageKey; readonly remark: Reason }

const STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
const TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const

/** The word of a closed list that is meant, whatever its case; undefined for none. */
const wordOf = <Word extends string>(words: readonly Word[], written: string): Word | undefined =>
  words.find((word) => word.toLowerCase() === written.toLowerCase())

/** What a message is known by and what it is about, also where the rest of it cannot be read; null where it is nothing. */
export function readHead(node: XmlNode): (MessageKey & { readonly references: readonly Reference[] }) | null {
  try {
    return { ...readKey(node), references: readReferences(textIn(node, 'references')) }
  } catch {
    return null
  }
}

/** What a message is known by. Throws a CapRefusal where that cannot be read. */
function readKey(node: XmlNode): MessageKey & { readonly sent: string } {
  const identifier = need(node, 'identifier')
  // GB/T 35965 says sendTime.
  const element = textIn(node, 'sent') === null && textIn(node, 'sendTime') !== null ? 'sendTime' : 'sent'
  const sent = time(node, element, element)
  const sentAt = parseTime(sent)
  if (sent === null || sentAt === null) throw new CapRefusal('sent', CAP_REFUSALS.missing('sent'))
  return { identifier, sender: textIn(node, 'sender') ?? '', sent, sentAt }
}

/** Reads an `<alert>`. Throws a CapRefusal for one that lacks what it needs. */
export function readAlert(node: XmlNode): CapReading {
  const key = readKey(node)
  const writtenStatus = textIn(node, 'status') ?? 'Actual'
  const status = wordOf(STATUSES, writtenStatus)
  if (!status) throw new CapRefusal('status', CAP_REFUSALS.status(writtenStatus))
  if (status !== 'Actual') return { kind: 'aside', key, remark: CAP_REMARKS.notActual(status) }
  const writtenType = textIn(node, 'msgType') ?? 'Alert'
  const type = wordOf(TYPES, writtenType)
  if (!type) throw new CapRefusal('msgType', CAP_REFUSALS.type(writtenType))
  if (type === 'Ack' || type === 'Error') return { kind: 'aside', key, remark: CAP_REMARKS.notAlert(type) }
  const infos = type === 'Cancel' ? [] : nodesOf(node, 'info').map((info, index) => readInfo(info, `info[${index}]`))
  if (infos.length === 0 && type !== 'Cancel') throw new CapRefusal('info', CAP_REFUSALS.missing('info'))
  const references = readReferences(textIn(node, 'references'))
  return { kind: 'message', message: { ...key, type, references, infos, restriction: restrictionOf(node) } }
}

function restrictionOf(node: XmlNode): string | null {
  const scope = textIn(node, 'scope')
  if (scope === null || scope.toLowerCase() === 'public') return null
  return textIn(node, 'restriction') ?? textIn(node, 'addresses') ?? scope
}

function readInfo(info: XmlNode, field: string): CapInfo {
  // GB/T 35965 says eventType.
  const event = textIn(info, 'event') ?? textIn(info, 'eventType') ?? need(info, 'event', `${field}.event`)
  const codesOf = (name: string) =>
    nodesOf(info, name).map((code) => ({ name: textIn(code, 'valueName') ?? '', value: textIn(code, 'value') ?? '' }))
  const eventCodes = codesOf('eventCode')
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
    allClear: textsOf(info, 'responseType').some((type) => /^all\s?clear$/i.test(type)),
    eventCodes: eventCodes.map(({ name, value }) => `${name}=${value}`),
    level: capLevel([...codesOf('parameter'), ...eventCodes], severity),
    area: capArea(info),
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
