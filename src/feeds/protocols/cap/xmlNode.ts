/** An element without attributes: its children by local name; a child is text, an element, or a list of those. */
export type XmlNode = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is XmlNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** The child elements of a name, in their order. */
export const nodesOf = (node: XmlNode, name: string): readonly XmlNode[] => listed(node[name]).filter(isNode)

/** The texts of the children of a name; empty ones are left out. */
export const textsOf = (node: XmlNode, name: string): readonly string[] =>
  listed(node[name]).filter((value): value is string => typeof value === 'string' && value !== '')

/** The text of the first child of a name, or null without one. */
export const textOf = (node: XmlNode, name: string): string | null => textsOf(node, name)[0] ?? null
