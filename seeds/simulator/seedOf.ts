/** The seed of a text such as a feature's id: FNV-1a, 32 bits. */
export function seedOf(text: string): number {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  return hash >>> 0
}
