import { isObject, type JsonObject } from '../model/values'
import { type EvidencePlace, evidencePlace } from './evidencePlace'

/** Members that name an element of a list, by the name of the list. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  subjects: ['feed', 'id'],
  feeds: ['id'],
  parts: ['id'],
  quarantined: ['index'],
  notices: ['code'],
}

/** The elements of a list by identity, else by position; the second of one identity is `… (2)`. In the order given. */
function keyedList(name: string | undefined, list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const names = name === undefined ? undefined : IDENTITY[name]
  const keyed = new Map<string, unknown>()
  list.forEach((element, index) => {
    const key = (names && identity(element, names)) ?? String(index)
    let free = key
    for (let count = 2; keyed.has(free); count++) free = `${key} (${count})`
    keyed.set(free, element)
  })
  return keyed
}

function identity(element: unknown, names: readonly string[]): string | null {
  if (typeof element !== 'object' || element === null) return null
  const parts = names.map((name) => Object.entries(element).find(([key]) => key === name)?.[1])
  return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join('/') : null
}

/** Numbers differ no more than this, relative to max(1, |recorded|), when only the last bits of another engine do. */
export const TOLERANCE = 1e-9
/** Ratios are published in steps of 1e-9: the step between two neighbours, as binary numbers, may be a hair longer. */
const SLACK = 1 + 1e-6

/** One place where a file and its computing again do not agree; `undefined` where the one or the other has nothing. */
export interface EvidenceDifference {
  readonly place: EvidencePlace
  readonly recorded: unknown
  readonly rerun: unknown
}

export interface EvidenceComparison {
  /** In the order of the file. */
  readonly differences: readonly EvidenceDifference[]
  /** Single values compared: numbers, texts, yes or no. */
  readonly compared: number
  /** Largest relative difference among the numbers that are not equal and yet within the tolerance; 0: none. */
  readonly largest: number
}

/** Provenance, which computing again cannot know, and what is checked on its own. */
const NOT_COMPUTED: ReadonlySet<string> = new Set(['format', 'version', 'digest', 'program', 'madeBy', 'embedded'])
const isProvenance = ([top = '', name]: readonly string[], depth: number): boolean =>
  depth === 1 ? NOT_COMPUTED.has(top) : depth === 2 && top === 'catalog' && name === 'location'

/**
 * Compares an evidence file, as parsed from JSON, with the one made by computing it again. Everything the computation
 * gives is compared, and nothing more may stand in the file: numbers within `TOLERANCE`, all else exactly. Subjects,
 * feeds and parts are matched by identity, so that a dropped one is one difference.
 */
export function compareEvidence(recorded: JsonObject, rerun: JsonObject): EvidenceComparison {
  const differences: EvidenceDifference[] = []
  let compared = 0
  let largest = 0

  const differ = (path: readonly string[], one: unknown, other: unknown): void => {
    differences.push({ place: evidencePlace(path), recorded: one, rerun: other })
  }

  const compare = (path: readonly string[], one: unknown, other: unknown): void => {
    if (isProvenance(path, path.length) || (isUnread(path, recorded) && isUnread(path, rerun))) return
    if (typeof one === 'number' && typeof other === 'number') {
      compared += 1
      if (one === other) return
      const distance = Math.abs(one - other) / Math.max(1, Math.abs(one))
      if (distance <= TOLERANCE * SLACK) largest = Math.max(largest, distance)
      else differ(path, one, other)
    } else if (Array.isArray(one) && Array.isArray(other)) compareLists(path, one, other)
    else if (isObject(one) && isObject(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
        compare([...path, key], member(one, key), member(other, key))
      }
    } else {
      compared += 1
      if (one !== other) differ(path, one, other)
    }
  }

  const compareLists = (path: readonly string[], one: readonly unknown[], other: readonly unknown[]): void => {
    const left = keyedList(path.at(-1), one)
    const right = keyedList(path.at(-1), other)
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      compare([...path, key], left.get(key), right.get(key))
    }
    const orders = [[...left.keys()], [...right.keys()]] as const
    if (orders[0].length !== orders[1].length || !orders[0].every((key) => right.has(key))) return
    const at = orders[0].findIndex((key, index) => key !== orders[1][index])
    if (at >= 0) differ([...path, String(at)], orders[0][at], orders[1][at])
  }

  compare([], recorded, rerun)
  return { differences, compared, largest }
}

const member = (tree: JsonObject, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined)

/** Why a feed without bytes could not be had is told by the network of its day. */
function isUnread([top, id, error]: readonly string[], evidence: JsonObject): boolean {
  if (top !== 'feeds' || error !== 'error' || !Array.isArray(evidence.feeds)) return false
  const feed: unknown = evidence.feeds.find((each: unknown) => isObject(each) && each.id === id)
  return isObject(feed) && feed.sha256 === null && isObject(feed.error)
}
