import type { Reason } from '#core/model/feedReport.ts'
import { alertFeatures } from './cap/alertFeatures'
import { CAP_FAILURES, CAP_REFUSALS, CAP_REMARKS, CapRefusal } from './cap/capReasons'
import { findAlerts } from './cap/findAlerts'
import { type CapMessage, readAlert, readHead } from './cap/readAlert'
import { readXml, textIn, type XmlNode } from './cap/readXml'
import { type MessageKey, sameName } from './cap/references'
import { isAbout, settleAlerts } from './cap/settleAlerts'
import type { ProtocolResult, RawEntry, Refusal, Remark, Remembered } from './protocol'

/**
 * OASIS Common Alerting Protocol 1.2, and what it comes wrapped in (`findAlerts`): each alert becomes features of record
 * `warning`, Chinese first with English beside it, the level as a colour (`capLevel`), updates, repetitions and
 * cancellations carried out (`settleAlerts`). An alert that cannot be understood is refused with its id and why, and
 * leaves what it was about as it is; a test or a receipt is remarked on. A list of nothing is a calm day.
 */
export function readCap(bytes: Uint8Array, earlier: Remembered = []): ProtocolResult {
  const xml = readXml(bytes)
  if (!xml.ok) return xml
  const found = findAlerts(xml.root, xml.node)
  if (!found) return { ok: false, failure: { reason: CAP_FAILURES.notCap(xml.root), line: 1 } }
  const { messages, keys, refused, remarks } = readAll(found.alerts)
  const settled = settleAlerts(messages, earlier)
  const remark = (id: string, reason: Reason) => remarks.push({ id, reason })
  for (const { identifier } of settled.repeated) remark(identifier, CAP_REMARKS.repeated())
  for (const { alert, events, areaKept } of settled.alerts) {
    if (areaKept) remark(alert.identifier, CAP_REMARKS.areaKept())
    if (alert.restriction !== null) remark(alert.identifier, CAP_REMARKS.restricted())
    for (const { info } of events) for (const reason of info.area.remarks) remark(alert.identifier, reason)
  }
  const idle = settled.idle.map(
    ({ message, refusal }): Refusal => ({
      id: message.identifier,
      field: refusal.field,
      reason: refusal.reason,
    }),
  )
  const pointers = found.pointers.map((id): Refusal => ({ id, field: 'alert', reason: CAP_REFUSALS.pointer() }))
  const values = settled.alerts.flatMap(alertFeatures).map((value) => ({ value }))
  const refusals = [...refused, ...idle, ...pointers].map((refusal) => ({ value: null, refusal }))
  const entries = [...values, ...refusals]
  return {
    ok: true,
    remembered: settled.remembered,
    collection: {
      entries: entries.map((entry, index): RawEntry => ({ ...entry, index, writtenNumber: () => null })),
      messageTimes: keys.map(({ sentAt }) => sentAt),
      asOf: found.listTime,
      timeOfReading: entries.length === 0 && keys.length === 0,
      crsName: null,
      remarks,
    },
  }
}

interface AllRead {
  readonly messages: readonly CapMessage[]
  /** Of every message that was understood, those included that are no alerts. */
  readonly keys: readonly MessageKey[]
  readonly refused: readonly Refusal[]
  readonly remarks: Remark[]
}

interface Refused {
  readonly refusal: Refusal
  readonly head: ReturnType<typeof readHead>
}

function readAll(alerts: readonly XmlNode[]): AllRead {
  const messages: CapMessage[] = []
  const keys: MessageKey[] = []
  const remarks: Remark[] = []
  const refused: Refused[] = []
  for (const node of alerts) {
    try {
      const reading = readAlert(node)
      if (reading.kind === 'message') messages.push(reading.message)
      else remarks.push({ id: reading.key.identifier, reason: reading.remark })
      keys.push(reading.kind === 'message' ? reading.message : reading.key)
    } catch (error) {
      if (!(error instanceof CapRefusal)) throw error
      const { field, reason } = error
      refused.push({ refusal: { id: textIn(node, 'identifier'), field, reason }, head: readHead(node) })
    }
  }
  return {
    messages: messages.map((message) => throughRefused(message, refused)),
    keys,
    refused: refused.filter((one) => isOpen(one, messages, keys)).map(({ refusal }) => refusal),
    remarks,
  }
}

/** What a message that cannot be read was about is what its successor is about, too. */
function throughRefused(message: CapMessage, refused: readonly Refused[]): CapMessage {
  const more = refused.flatMap(({ head }) => (head && isAbout(message, head) ? head.references : []))
  return more.length > 0 ? { ...message, references: [...message.references, ...more] } : message
}

/** Nothing is open where another copy of the message was understood, or a later one that replaces or ends it. */
function isOpen({ head }: Refused, messages: readonly CapMessage[], keys: readonly MessageKey[]): boolean {
  if (head === null) return true
  const copied = keys.some((key) => sameName(key, head) && key.sentAt === head.sentAt)
  return !copied && !messages.some((message) => isAbout(message, head))
}
