import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeText } from '#catalog/json/decodeText.ts'
import { isObject, type JsonObject, textOf } from '#core/model/values.ts'
import { FAILURES } from '../../door/reasons'
import type { FeedFailure } from '../protocol'
import { CAP_FAILURES } from './capReasons'

/** An element without attributes: its children by local name; a child is text, an element, or a list of those. */
export type XmlNode = JsonObject

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** The child elements of a name, in their order. */
export const nodesOf = (node: XmlNode, name: string): readonly XmlNode[] => listed(node[name]).filter(isObject)

/** The texts of the children of a name; empty ones are left out. */
export const textsOf = (node: XmlNode, name: string): readonly string[] =>
  listed(node[name]).filter((value): value is string => textOf(value) !== null)

/** The text of the first child of a name, or null without one. */
export const textIn = (node: XmlNode, name: string): string | null => textsOf(node, name)[0] ?? null

export type XmlReading =
  | { readonly ok: true; readonly root: string; readonly node: XmlNode }
  | { readonly ok: false; readonly failure: FeedFailure }

/** Bytes: some thousand alerts with detailed areas. */
const MOST_BYTES = 16 * 1024 * 1024
const MOST_NESTED = 40

/**
 * Attributes and namespace prefixes are dropped; every value stays text. Without a DOCTYPE an entity is one character
 * of the text it stands in, so their number need not be bounded apart from the file's size.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  maxNestedTags: MOST_NESTED,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: MOST_BYTES, maxExpandedLength: MOST_BYTES },
})

/**
 * The root element of an XML document in UTF-8. Refused: anything larger than 16 MiB, any DOCTYPE or entity declaration
 * (so that nothing outside is read and nothing grows), nesting deeper than 40, and what is not well-formed, with its line.
 */
export function readXml(bytes: Uint8Array): XmlReading {
  if (bytes.length > MOST_BYTES) return fail({ reason: CAP_FAILURES.tooLarge(bytes.length, MOST_BYTES) })
  const decoded = decodeText(bytes)
  if (!decoded.ok) {
    const { byte, looksLike } = decoded
    if (looksLike !== 'cut') return fail({ reason: FAILURES.notUtf8(byte, looksLike), byte })
    const last = lineAt(decoded.text, decoded.text.length)
    return fail({ reason: FAILURES.truncated(last, byte), line: last, byte })
  }
  const { text } = decoded
  if (text.trim() === '') return fail({ reason: FAILURES.empty(), byte: 0 })
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(text)
  if (declared) return failAt(lineAt(text, declared.index), CAP_FAILURES.doctype)
  const judged = XMLValidator.validate(text)
  if (judged !== true) {
    const { msg, line, code } = judged.err
    // Elements left open: the text stops too early, at its end.
    if (code === 'InvalidXml' && msg.startsWith("Invalid '")) {
      const last = lineAt(text, text.length)
      return fail({ reason: FAILURES.truncated(last, bytes.length), line: last, byte: bytes.length })
    }
    return failAt(line, (at) => CAP_FAILURES.notXml(at, msg))
  }
  try {
    const roots = Object.entries(parser.parse(text))
    const [[root, node] = []] = roots
    if (root === undefined || roots.length > 1) return failAt(1, (at) => CAP_FAILURES.notXml(at, 'one root is wanted'))
    return { ok: true, root, node: isObject(node) ? node : {} }
  } catch (error) {
    return failAt(1, (at) => CAP_FAILURES.notXml(at, error instanceof Error ? error.message : String(error)))
  }
}

const fail = (failure: FeedFailure): XmlReading => ({ ok: false, failure })
const failAt = (line: number, reason: (line: number) => FeedFailure['reason']): XmlReading =>
  fail({ reason: reason(line), line })

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length
