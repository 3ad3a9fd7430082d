import highs from 'highs'
import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'

let solver: ReturnType<typeof highs> | null = null

/** The least cost of a task of `manyRows`, as a program of whole numbers for HiGHS; of rows that stood each keeps standing. */
export async function highsCheapest(
  task: CheapestTask,
  seconds = Infinity,
): Promise<{ readonly cost: number; readonly optimal: boolean }> {
  solver ??= highs()
  const { Status, ObjectiveValue } = (await solver).solve(modelOf(task), {
    ...{ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds },
  })
  // Costs are whole.
  return { cost: Math.round(ObjectiveValue), optimal: Status === 'Optimal' }
}

/** In the text form of CPLEX. */
function modelOf({ standard, choices, features }: CheapestTask): string {
  const lines = ['Minimize', ' cost: 0 x0']
  choices.forEach(({ cost }, at) => {
    lines.push(` + ${cost} x${at}`)
  })
  lines.push('Subject To')
  standard.rows.forEach((row, at) => {
    const property = `p${at}`
    const rule = row.stars[3]
    const share = rule && 'value' in rule ? Number(rule.value) : 0
    const has = features.filter(({ before }) => before?.properties[property] === true).length
    lines.push(` r${at}: 0 x0`)
    for (const { before, choices: own, states } of features) {
      const change = Number(states[0]?.properties[property]) - Number(before?.properties[property])
      if (change !== 0) lines.push(` ${change > 0 ? '+' : '-'} 1 x${own[0]}`)
    }
    // A share is compared as rounded to 1e-9.
    lines.push(` >= ${Math.ceil(share * features.length - 1e-6) - has}`)
  })
  lines.push('Binary')
  for (const at of choices.keys()) lines.push(` x${at}`)
  lines.push('End')
  return lines.join('\n')
}
