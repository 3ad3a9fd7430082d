import { parseTime } from '#core/model/parseTime.ts'

/** What tells one message from another. */
export interface MessageKey {
  readonly sender: string
  readonly identifier: string
  /** Epoch milliseconds. */
  readonly sentAt: number
}

/** An earlier message as a later one names it; null: not said. */
export interface Reference {
  readonly sender: string | null
  readonly identifier: string
  readonly sentAt: number | null
}

/** Standard form: `sender,identifier,sent`. A time may have a blank in it, as GB/T 35965 writes it. */
const WHOLE = /([^,]+?)\s*,\s*([^,\s]+)\s*,\s*(\d{4}-?\d{2}-?\d{2}(?:[T ]?\d[\d:.]*(?:\s?[+-]\d{2}:?\d{2}|Z)?)?)/gi
const PAIR = /([^,\s]+)\s*,\s*([^,\s]+)/g

/**
 * The messages a `references` names: `sender,identifier,sent`, separated by blanks. Also read: blanks beside the commas
 * or in the sender, no time, and an identifier alone, which is then one of the same sender.
 */
export function readReferences(text: string | null): readonly Reference[] {
  const found: Reference[] = []
  const take = (sender: string | null, identifier: string, sent: string | null) =>
    found.push({ sender, identifier, sentAt: sent === null ? null : parseTime(sent) })
  const lone = (words: string) => {
    for (const word of words.split(/[\s,]+/).filter(Boolean)) take(null, word, null)
  }
  const rest = (text ?? '').replace(WHOLE, (_, sender: string, identifier: string, sent: string) => {
    take(sender, identifier, sent)
    // Before the sender there may stand identifiers without one.
    const words = sender.trim().split(/\s+/)
    const last = words.pop() ?? ''
    if (words.length > 0) take(last, identifier, sent)
    lone(words.join(' '))
    return ' '
  })
  lone(
    rest.replace(PAIR, (_, sender: string, identifier: string) => {
      take(sender, identifier, null)
      return ' '
    }),
  )
  return found
}

const bare = (text: string): string => text.replace(/\s+/g, '')
const sameSender = (a: string, b: string): boolean => bare(a).toLowerCase() === bare(b).toLowerCase()
const sameIdentifier = (a: string, b: string): boolean => bare(a) === bare(b)

/** One message under the same name: the same sender and identifier. */
export const sameName = (a: MessageKey, b: MessageKey): boolean =>
  sameSender(a.sender, b.sender) && sameIdentifier(a.identifier, b.identifier)

/**
 * Whether a reference made by one message means another. A message sent after the one that refers is not meant, even
 * under the same name, unless the reference gives exactly its time.
 */
export function means(reference: Reference, by: MessageKey, other: MessageKey): boolean {
  if (!sameIdentifier(reference.identifier, other.identifier)) return false
  const sender = reference.sender ?? by.sender
  if (other.sender !== '' && !sameSender(sender, other.sender)) return false
  return reference.sentAt === other.sentAt || other.sentAt <= by.sentAt
}
