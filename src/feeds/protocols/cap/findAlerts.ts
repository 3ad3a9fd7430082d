import { isObject, textOf } from '#core/model/values.ts'
import { nodesOf, readXml, textIn, type XmlNode } from './readXml'

/** What a document holds, whatever it is wrapped in. */
export interface FoundAlerts {
  readonly alerts: readonly XmlNode[]
  /** Id or title of each entry of a list that holds no alert, but at most points to one. */
  readonly pointers: readonly (string | null)[]
  /** When the list says it was made, as written. */
  readonly listTime: string | null
}

/** Roots that are a list of alerts also when there is none in it. */
const ALERT_LIST = /^(?:cap)?[-_]?alerts?[-_]?list$|^(?:cap)?[-_]?alerts$/i
const ENVELOPE = /^edxldistribution$/i
const TIMES = ['updated', 'sent', 'dateTimeSent', 'lastBuildDate', 'pubDate', 'timeStamp', 'timestamp', 'asOf'] as const
/** An alert escaped inside an alert escaped inside an entry: nobody goes deeper. */
const MOST_ESCAPED = 2

/**
 * The alerts of a document: an `<alert>`, a list of them under any root, an EDXL-DE envelope, an Atom or RSS feed, or one
 * entry of those, with alerts as elements or as escaped text. A list may be empty. Null for a document that is none of
 * these and holds no alert.
 */
export function findAlerts(root: string, node: XmlNode): FoundAlerts | null {
  if (root === 'alert') return { alerts: [node], pointers: [], listTime: null }
  const items = itemsOf(root, node)
  const alerts = alertsIn(node, MOST_ESCAPED)
  if (items === null && alerts.length === 0) return null
  const bare = (items ?? []).filter((item) => alertsIn(item, MOST_ESCAPED).length === 0)
  return { alerts, pointers: bare.map(nameOfItem), listTime: timeOfList(node) }
}

/** What each should hold an alert; null for a root that is no list. */
function itemsOf(root: string, node: XmlNode): readonly XmlNode[] | null {
  if (root === 'feed') return nodesOf(node, 'entry')
  if (root === 'entry') return [node]
  if (root === 'rss') return nodesOf(node, 'channel').flatMap((channel) => nodesOf(channel, 'item'))
  if (root === 'RDF') return nodesOf(node, 'item')
  if (ENVELOPE.test(root)) return [...nodesOf(node, 'contentObject'), ...nodesOf(node, 'content')]
  return ALERT_LIST.test(root) ? [] : null
}

function alertsIn(node: XmlNode, escaped: number): readonly XmlNode[] {
  return Object.entries(node).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((child: unknown): readonly XmlNode[] => {
      if (name === 'alert') return [isObject(child) ? child : {}]
      if (isObject(child)) return alertsIn(child, escaped)
      return typeof child === 'string' && escaped > 0 ? alertsInText(child, escaped - 1) : []
    }),
  )
}

/** An alert as text inside an element, as feeds carry it in `content` or `description`. */
function alertsInText(text: string, escaped: number): readonly XmlNode[] {
  if (!/^\s*<[\s\S]*<\/(?:[\w.-]+:)?alert\s*>/.test(text)) return []
  const inner = readXml(new TextEncoder().encode(text.trim()))
  if (!inner.ok) return []
  return inner.root === 'alert' ? [inner.node] : alertsIn(inner.node, escaped)
}

const nameOfItem = (item: XmlNode): string | null =>
  ['id', 'guid', 'title', 'contentDescription'].map((name) => textIn(item, name)).find((text) => text !== null) ?? null

function timeOfList(node: XmlNode): string | null {
  const places = [node, ...nodesOf(node, 'channel')]
  return (
    places.flatMap((place) => TIMES.map((name) => textOf(textIn(place, name)))).find((text) => text !== null) ?? null
  )
}
