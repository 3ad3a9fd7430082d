import type { Part } from '../coverageCase'
import { shrinkCase } from '../shrinkCase'
import type { PolygonCase } from './polygonCase'

/** A smaller case that is still wrong: covers, parts, rings and positions are dropped one by one while it stays so. */
export function shrinkPolygons(
  made: PolygonCase,
  isWrong: (made: PolygonCase) => boolean,
  patience: number,
): PolygonCase {
  let smallest = made
  for (let i = made.covers.length - 1; i >= 0; i--) {
    const fewer = { ...smallest, covers: smallest.covers.filter((_, index) => index !== i) }
    if (isWrong(fewer)) smallest = fewer
  }
  const { kind, covers } = smallest
  const ofParts = (parts: readonly Part[]) => ({ kind, parts, covers: [] })
  const subject = shrinkCase(ofParts(smallest.parts), ({ parts }) => isWrong({ kind, parts, covers }), patience)
  smallest = { ...smallest, parts: subject.parts }
  for (const index of covers.keys()) {
    const withCover = (parts: readonly Part[]) => ({
      ...smallest,
      covers: smallest.covers.map((cover, i) => (i === index ? parts : cover)),
    })
    const shrunk = shrinkCase(ofParts(smallest.covers[index]!), ({ parts }) => isWrong(withCover(parts)), patience)
    smallest = withCover(shrunk.parts)
  }
  return smallest
}
