/** Canonical order: by id, in plain code-unit order, the same on every machine and in every language. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
