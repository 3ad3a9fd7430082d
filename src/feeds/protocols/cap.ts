import { parseTime } from '#core/model/time.ts'
import { alertFeatures } from './cap/alertFeatures'
import { CAP_FAILURES, CapRefusal } from './cap/capReasons'
import { type CapAlert, readAlert } from './cap/readAlert'
import { nodesOf, readXml, textIn, type XmlNode } from './cap/readXml'
import { settleAlerts } from './cap/settleAlerts'
import type { ProtocolResult, RawEntry, Refusal } from './protocol'

/**
 * OASIS Common Alerting Protocol 1.2: a file of one `<alert>`, or of several in a root of any name. Each becomes features
 * of record `warning`: polygons and circles as they are, Chinese first with English beside it, the level as a colour
 * (see `capLevel`), updates and cancellations carried out. An alert that cannot be used is refused with its id and why.
 */
export function readCap(bytes: Uint8Array): ProtocolResult {
  const xml = readXml(bytes)
  if (!xml.ok) return xml
  const nodes = xml.root === 'alert' ? [xml.node] : nodesOf(xml.node, 'alert')
  if (nodes.length === 0) return { ok: false, failure: { reason: CAP_FAILURES.notCap(xml.root), line: 1 } }
  const alerts: CapAlert[] = []
  const refused: Refusal[] = []
  for (const node of nodes) {
    attempt(textIn(node, 'identifier'), refused, () => alerts.push(readAlert(node)))
  }
  const features: unknown[] = []
  for (const settled of settleAlerts(alerts)) {
    attempt(settled.alert.identifier, refused, () => features.push(...alertFeatures(settled)))
  }
  const entries = [...features.map((value) => ({ value })), ...refused.map((refusal) => ({ value: null, refusal }))]
  return {
    ok: true,
    collection: {
      entries: entries.map((entry, index): RawEntry => ({ ...entry, index, writtenNumber: () => null })),
      asOf: newestSent(nodes),
      crsName: null,
    },
  }
}

function attempt(id: string | null, refused: Refusal[], read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof CapRefusal)) throw error
    refused.push({ id, field: error.field, reason: error.reason })
  }
}

/** A file of nothing but cancellations has a time, too. */
function newestSent(nodes: readonly XmlNode[]): number | null {
  const times = nodes.map((node) => parseTime(textIn(node, 'sent'))).filter((time) => time !== null)
  return times.length > 0 ? Math.max(...times) : null
}
