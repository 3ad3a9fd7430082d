import type { World } from '#core/model/world.ts'

/** A question as the query cache has it. */
export interface CachedQuestion {
  readonly queryKey: readonly unknown[]
  readonly fetching: boolean
}

export interface WorldAsked {
  readonly world: World
  /** Questions about it in the cache, and those of them that wait for an answer. */
  readonly questions: number
  readonly open: number
}

const KINDS: ReadonlySet<unknown> = new Set<World['kind']>(['now', 'past', 'plan'])

/** The world that a question names first; null for what is no question, such as the reading of a feed. */
function worldOf([first]: readonly unknown[]): World | null {
  if (typeof first !== 'object' || first === null || !('kind' in first)) return null
  return KINDS.has(first.kind) ? (first as World) : null
}

/** The worlds that questions are about, in the order in which they were first asked about. */
export function worldsAsked(questions: readonly CachedQuestion[]): readonly WorldAsked[] {
  const worlds = new Map<string, WorldAsked>()
  for (const { queryKey, fetching } of questions) {
    const world = worldOf(queryKey)
    if (!world) continue
    const key = JSON.stringify(world)
    const known = worlds.get(key) ?? { world, questions: 0, open: 0 }
    worlds.set(key, { world, questions: known.questions + 1, open: known.open + (fetching ? 1 : 0) })
  }
  return [...worlds.values()]
}
