import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import { seededRandom } from '#core/siting/seededRandom.ts'
import { feature, point } from '#tests/city/evaluationInput.ts'
import { atLeast, taskOf } from './madeUpTask'

interface Plan {
  readonly seed: number
  readonly choices: number
  readonly rows: number
}

/**
 * Things that have a property for each row or lack it. A choice gives one of them one to three properties, and now and then takes
 * one away; a row wants a share of the things to have its property that is between what it is and what it would be with all. Costs are whole hundreds.
 */
export function manyRows({ seed, choices, rows }: Plan): CheapestTask {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const things = Array.from({ length: choices }, (_, at) =>
    feature(
      `t${String(at).padStart(4, '0')}`,
      point(116.5 + at / 10_000, 35.5),
      Object.fromEntries(Array.from({ length: rows }, (_, row) => [`p${row}`, random() < 0.4])),
    ),
  )
  const changes = things.map((before) => {
    const given = Array.from({ length: 1 + whole(3) }, () => [`p${whole(rows)}`, true])
    const taken = random() < 0.15 ? [[`p${whole(rows)}`, false]] : []
    const properties: Readonly<Record<string, unknown>> = Object.fromEntries([...taken, ...given])
    return { feed: 'things', before, patches: [{ cost: 100 * (3 + whole(40)), properties }] }
  })
  const share = (has: (at: number) => boolean) => things.filter((_, at) => has(at)).length / choices
  const wanted = Array.from({ length: rows }, (_, row) => {
    const property = `p${row}`
    const before = share((at) => things[at]!.properties[property] === true)
    const after = share(
      (at) => (changes[at]!.patches[0]!.properties[property] ?? things[at]!.properties[property]) === true,
    )
    return after > before ? before + (0.3 + 0.5 * random()) * (after - before) : after / 2
  })
  return taskOf(
    wanted.map((least, row) => ({
      id: `row${row}`,
      measured: { value: { method: 'share', of: 'things', match: ['==', ['get', `p${row}`], true] } },
      stars: atLeast(least),
    })),
    { things },
    changes,
  )
}
