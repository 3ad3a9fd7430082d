import type { ChoiceModel } from './choiceModel'
import { MostRows } from './mostRows'

type Settings = Omit<ConstructorParameters<typeof MostRows>[0], 'budget'>

/**
 * Rows that no choice has in common are searched apart: what is least for each group is least for all. Each step goes to the group
 * that is least proved.
 */
export class Apart {
  private readonly groups: readonly MostRows[]
  private begun = false

  constructor(model: ChoiceModel, { required, optional, searchFor }: Settings) {
    this.groups = groupsOf(model, [...required, ...optional]).flatMap((rows) => {
      const wanted = optional.filter((row) => rows.has(row))
      const own = { required: required.filter((row) => rows.has(row)), optional: wanted, budget: null, searchFor }
      return wanted.length === 0 ? [] : [new MostRows(own)]
    })
  }

  /** Null: a group has none yet. */
  get best(): readonly number[] | null {
    const parts = this.groups.map(({ best, rowsBound }) => (rowsBound === 0 ? [] : best))
    return parts.every((part) => part !== null) ? [...new Set(parts.flat())] : null
  }
  get bound(): number {
    return this.groups.reduce((sum, group) => sum + group.bound, 0)
  }
  get rowsBound(): number {
    return this.groups.reduce((sum, group) => sum + group.rowsBound, 0)
  }
  get done(): boolean {
    return this.groups.every((group) => group.done)
  }

  step(): boolean {
    if (!this.begun) {
      this.begun = true
      for (const group of this.groups) group.step()
      return true
    }
    const open = this.groups.filter((group) => !group.done)
    const widest = open.reduce<MostRows | null>((most, group) => (most && most.gap >= group.gap ? most : group), null)
    return widest?.step() ?? false
  }
}

/** Rows by groups that share choices. */
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
