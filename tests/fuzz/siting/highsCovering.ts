import highs from 'highs'
import type { CoverRows } from '#core/siting/coverInstance.ts'

export interface HighsAnswer {
  /** Weight served by the best choice it found. */
  readonly value: number
  /** False where it ran out of time. */
  readonly optimal: boolean
}

let solver: ReturnType<typeof highs> | null = null

/** Maximal covering as a mixed-integer program for HiGHS: at most n sites, as `CoverInstance` has it. */
export async function highsCovering(rows: CoverRows, n: number, seconds = Infinity): Promise<HighsAnswer> {
  solver ??= highs()
  const { Status, ObjectiveValue } = (await solver).solve(modelOf(rows, n), {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0,
    time_limit: seconds,
  })
  return { value: ObjectiveValue, optimal: Status === 'Optimal' }
}

type Rows = Pick<CoverRows, 'weight' | 'siteFrom' | 'siteOf' | 'share' | 'sites'>

/** In the text form of CPLEX. Demand without a site is left out. With shares every y is whole: half is not served. */
function modelOf({ sites, weight, siteFrom, siteOf, share }: Rows, n: number): string {
  const served = [...weight.keys()].filter((d) => siteFrom[d + 1]! > siteFrom[d]!)
  const lines = ['Maximize', ' served: 0 x0']
  for (const d of served) lines.push(` + ${weight[d]} y${d}`)
  lines.push('Subject To')
  for (const d of served) {
    lines.push(` d${d}: y${d}`)
    for (let k = siteFrom[d]!; k < siteFrom[d + 1]!; k++) lines.push(` - ${share ? share[k] : 1} x${siteOf[k]}`)
    lines.push(' <= 0')
  }
  lines.push(' n: 0 x0')
  for (let site = 0; site < sites; site++) lines.push(` + x${site}`)
  lines.push(` <= ${n}`, 'Bounds')
  for (const d of served) lines.push(` 0 <= y${d} <= 1`)
  lines.push('Binary')
  for (let site = 0; site < sites; site++) lines.push(` x${site}`)
  if (share) for (const d of served) lines.push(` y${d}`)
  lines.push('End')
  return lines.join('\n')
}
