import { random } from '#seeds/random.ts'
import { type Mutant, mutantsOf } from './mutantsOf'

/**
 * So many different mutants of the sources (path to text), or all where there are fewer: a file is drawn in proportion to
 * its length, a mutant of it evenly. The same seed draws the same.
 */
export function pickMutants(sources: ReadonlyMap<string, string>, count: number, seed: number): readonly Mutant[] {
  const dice = random('mutants', seed)
  const left = [...sources].map(([file, source]) => ({ length: source.length, mutants: [...mutantsOf(file, source)] }))
  const picked: Mutant[] = []
  while (picked.length < count) {
    const files = left.filter(({ mutants }) => mutants.length > 0)
    let place = dice.between(
      0,
      files.reduce((sum, { length }) => sum + length, 0),
    )
    const file = files.find(({ length }) => {
      place -= length
      return place < 0
    })
    if (!file) break
    const [mutant] = file.mutants.splice(dice.whole(0, file.mutants.length - 1), 1)
    if (mutant) picked.push(mutant)
  }
  return picked
}
