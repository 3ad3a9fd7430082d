import { feature } from 'topojson-client'
import { readJson } from '#catalog/json/readJson.ts'
import { type Reason, reasonOf } from '#core/model/feedReport.ts'
import { isObject } from '#core/model/values.ts'
import { FAILURES } from '../door/reasons'
import { syntaxFailure } from './geojson'
import type { FeedSource, ProtocolResult, RawEntry, Remembered } from './protocol'

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ')
const TOPOLOGY_FAILURES = {
  notTopology: () =>
    reasonOf('not-topojson', '不是 TopoJSON:type 应为 Topology', 'is not TopoJSON: type should be Topology'),
  noObject: (name: string, there: readonly string[]) =>
    reasonOf(
      'no-object',
      `没有对象 ${JSON.stringify(name)};实有: ${listed(there)}`,
      `has no object ${JSON.stringify(name)}; there are: ${listed(there)}`,
    ),
  whichObject: (there: readonly string[]) =>
    reasonOf(
      'which-object',
      `有不止一个对象,请在 source.object 中写明: ${listed(there)}`,
      `has more than one object, source.object must name one: ${listed(there)}`,
    ),
  arcs: () =>
    reasonOf('broken-arcs', '弧段不完整或引用了没有的弧段', 'arcs are broken, or one is named that is not there'),
} as const

/** TopoJSON: the features of one object of a topology, the only one or that which the source names. */
export function readTopoJson(bytes: Uint8Array, _earlier: Remembered, source: FeedSource): ProtocolResult {
  const reading = readJson(bytes)
  if (!reading.ok) return { ok: false, failure: syntaxFailure(reading.problem, reading.text) }
  const fail = (why: Reason): ProtocolResult => ({ ok: false, failure: { reason: why } })
  const root = reading.value
  if (!isObject(root) || root.type !== 'Topology' || !isObject(root.objects))
    return fail(TOPOLOGY_FAILURES.notTopology())
  const names = Object.keys(root.objects)
  const name = source.object ?? (names.length === 1 ? names[0] : undefined)
  if (name === undefined) return fail(names.length === 0 ? FAILURES.empty() : TOPOLOGY_FAILURES.whichObject(names))
  if (!Object.hasOwn(root.objects, name)) return fail(TOPOLOGY_FAILURES.noObject(name, names))
  let made: ReturnType<typeof feature>
  try {
    // The door checks every geometry that comes of it.
    made = feature(...([root, root.objects[name]] as unknown as Parameters<typeof feature>))
  } catch {
    return fail(TOPOLOGY_FAILURES.arcs())
  }
  const features: readonly unknown[] = made.type === 'FeatureCollection' ? made.features : [made]
  const entries = features.map((value, index): RawEntry => ({ index, value, writtenNumber: () => null }))
  return { ok: true, collection: { entries, asOf: undefined, crsName: null } }
}
