/** What a difference is about, and the member of it that differs (empty: the whole of it). */
export type EvidencePlace =
  | { readonly kind: 'result' | 'standard' | 'catalog' | 'scope' | 'setting' | 'file'; readonly member: string }
  | { readonly kind: 'metric' | 'definition' | 'parameter'; readonly metric: string; readonly member: string }
  | { readonly kind: 'subject'; readonly metric: string; readonly subject: string; readonly member: string }
  | { readonly kind: 'feed'; readonly feed: string; readonly member: string }

/** Says in the terms of the domain where in an evidence file a path leads. `subjects` and `feeds` are by key, not index. */
export function evidencePlace(path: readonly string[]): EvidencePlace {
  const [top = '', name = '', part = '', ...rest] = path
  const member = (keys: readonly string[]) => keys.join('.')
  switch (top) {
    case 'star':
    case 'status':
    case 'items':
    case 'next':
      return { kind: 'result', member: member(path) }
    case 'indicator':
    case 'standard':
      return { kind: 'standard', member: member(path) }
    case 'catalog':
      return { kind: 'catalog', member: member(path.slice(1)) }
    case 'scope':
    case 'scopeDefinition':
      return { kind: 'scope', member: member(path) }
    case 'past':
    case 'plan':
      return { kind: 'setting', member: member(path) }
    case 'set':
      return { kind: 'setting', member: member(path.slice(1)) }
    case 'feeds':
      if (path.length > 1) return { kind: 'feed', feed: name, member: member(path.slice(2)) }
      break
    case 'metrics':
      if (path.length < 2) break
      if (part === 'parameters') return { kind: 'parameter', metric: name, member: member(rest) }
      if (part === 'definition') return { kind: 'definition', metric: name, member: member(rest) }
      if (part === 'subjects' && rest.length > 0) {
        return { kind: 'subject', metric: name, subject: rest[0] ?? '', member: member(rest.slice(1)) }
      }
      return { kind: 'metric', metric: name, member: member(path.slice(2)) }
  }
  return { kind: 'file', member: member(path) }
}
