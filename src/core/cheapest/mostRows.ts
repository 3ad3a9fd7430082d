import type { ChoiceModel } from './choiceModel'
import type { Goal } from './costRelaxation'
import type { LeastCost } from './leastCost'

interface Settings {
  readonly model: ChoiceModel
  readonly required: readonly number[]
  readonly optional: readonly number[]
  /** Null: whatever it takes. */
  readonly budget: number | null
  readonly searchFor: (goal: Goal, most: number) => LeastCost
}

/** Rows that share choices with each other and with no others, and a search for each number of them that is asked about. */
interface Group {
  readonly required: readonly number[]
  readonly optional: readonly number[]
  readonly searches: (LeastCost | undefined)[]
}

/** How many rows of each group, and what they cost together. */
interface Mix {
  readonly rows: number
  readonly cost: number
  readonly counts: readonly number[]
}

/**
 * As many rows as can be within a budget, then the least cost of so many. Rows that no choice has in common are searched apart,
 * each group for so many of its rows; of what is known of the groups the best mix is taken. The mix of what is not disproved says
 * what to search next, and is the answer once it is found.
 */
export class MostRows {
  private readonly groups: readonly Group[]
  private readonly most: number
  private readonly searchFor: Settings['searchFor']
  private turn = 0

  constructor({ model, required, optional, budget, searchFor }: Settings) {
    this.most = budget ?? Infinity
    this.searchFor = searchFor
    this.groups = groupsOf(model, [...required, ...optional]).flatMap((rows): Group[] => {
      const wanted = optional.filter((row) => rows.has(row))
      if (wanted.length === 0) return []
      return [{ required: required.filter((row) => rows.has(row)), optional: wanted, searches: [] }]
    })
  }

  /** Null: nothing is known yet. */
  get best(): readonly number[] | null {
    const { rows, counts } = this.known()
    if (rows === 0) return null
    return [...new Set(this.groups.flatMap((group, at) => group.searches[counts[at]!]?.best ?? []))]
  }

  /** No choice with as many rows as can be costs less. */
  get bound(): number {
    const known = this.known()
    const possible = this.possible()
    return known.rows < possible.rows ? Math.min(known.cost, possible.cost) : possible.cost
  }

  /** No choice within the budget makes more rows stand. */
  get rowsBound(): number {
    return this.possible().rows
  }

  get done(): boolean {
    const { counts } = this.possible()
    return counts.every((count, at) => count === 0 || this.groups[at]!.searches[count]?.done === true)
  }

  /** One step; whether something is better for it. */
  step(): boolean {
    const before = this.standing()
    this.turn++
    const possible = this.possible()
    const known = this.known()
    // What is not disproved may be far from what is found: every other time one row more than is known is looked for.
    const next =
      known.rows < possible.rows && this.turn % 2 === 0
        ? (this.open(known.counts.map((count, at) => Math.min(count + 1, this.groups[at]!.optional.length))) ??
          this.open(possible.counts))
        : this.open(possible.counts)
    next?.step()
    return before.some((value, at) => value !== this.standing()[at])
  }

  private standing(): readonly number[] {
    const known = this.known()
    const possible = this.possible()
    return [known.rows, known.cost, possible.rows, possible.cost]
  }

  /** The search that is furthest from its end, of those for so many rows of each group; null: all have ended. */
  private open(counts: readonly number[]): LeastCost | null {
    let widest: LeastCost | null = null
    counts.forEach((count, at) => {
      const search = count > 0 ? this.searchOf(this.groups[at]!, count) : null
      if (!search || search.done) return
      if (!widest || search.bestCost - search.bound > widest.bestCost - widest.bound) widest = search
    })
    return widest
  }

  private searchOf(group: Group, count: number): LeastCost {
    const { required, optional, searches } = group
    const search = searches[count] ?? this.searchFor({ required, optional, atLeast: count }, this.most)
    searches[count] = search
    return search
  }

  private readonly known = (): Mix =>
    this.mix(
      ({ searches }) =>
        (count) =>
          searches[count]?.bestCost ?? Infinity,
    )

  private readonly possible = (): Mix =>
    this.mix(({ searches }) => {
      // More rows cost no less.
      let least = 0
      return (count) => {
        least = Math.max(least, searches[count]?.bound ?? 0)
        return least
      }
    })

  /** The most rows within the budget, then the least cost of them, where that of each group's search is as given. */
  private mix(costsOf: (group: Group) => (count: number) => number): Mix {
    let mixes: (Mix | undefined)[] = [{ rows: 0, cost: 0, counts: [] }]
    for (const group of this.groups) {
      const next: (Mix | undefined)[] = []
      for (const mix of mixes) {
        if (!mix) continue
        const costOf = costsOf(group)
        for (let count = 0; count <= group.optional.length; count++) {
          const cost = mix.cost + (count === 0 ? 0 : costOf(count))
          const rows = mix.rows + count
          if (!(cost <= this.most * (1 + 1e-12) + 1e-9) || cost === Infinity) continue
          if (cost < (next[rows]?.cost ?? Infinity)) next[rows] = { rows, cost, counts: [...mix.counts, count] }
        }
      }
      mixes = next
    }
    return mixes.findLast((mix) => mix !== undefined) ?? { rows: 0, cost: 0, counts: this.groups.map(() => 0) }
  }
}

function groupsOf(model: ChoiceModel, rows: readonly number[]): readonly ReadonlySet<number>[] {
  let groups: { readonly rows: Set<number>; readonly choices: Set<number> }[] = []
  for (const row of rows) {
    const { choices } = model.rows[row]!
    const together = groups.filter((group) => [...choices].some((choice) => group.choices.has(choice)))
    groups = [
      ...groups.filter((group) => !together.includes(group)),
      {
        rows: new Set([row, ...together.flatMap((group) => [...group.rows])]),
        choices: new Set([...choices, ...together.flatMap((group) => [...group.choices])]),
      },
    ]
  }
  return groups.map((group) => group.rows)
}
