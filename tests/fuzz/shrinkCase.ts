import type { CoverageCase, Part } from './coverageCase'

/** A smaller case that is still wrong: covers, parts, rings and positions are dropped one by one while it stays so. */
export function shrinkCase(
  made: CoverageCase,
  isWrong: (made: CoverageCase) => boolean,
  patience = 2000,
): CoverageCase {
  let smallest = made
  let tries = 0
  for (let shrunk = true; shrunk && tries < patience; ) {
    shrunk = false
    for (const smaller of smallerCases(smallest)) {
      if (tries++ >= patience) break
      if (!isWrong(smaller)) continue
      smallest = smaller
      shrunk = true
      break
    }
  }
  return smallest
}

function* smallerCases(made: CoverageCase): Generator<CoverageCase> {
  const { covers, parts } = made
  for (let size = covers.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at + size <= covers.length; at += size) {
      yield { ...made, covers: [...covers.slice(0, at), ...covers.slice(at + size)] }
    }
  }
  const withPart = (index: number, part: Part): CoverageCase => ({
    ...made,
    parts: parts.map((old, i) => (i === index ? part : old)),
  })
  for (const [index, part] of parts.entries()) {
    if (parts.length > 1) yield { ...made, parts: parts.filter((_, i) => i !== index) }
    for (const [at, ring] of part.entries()) {
      if (part.length > 1)
        yield withPart(
          index,
          part.filter((_, i) => i !== at),
        )
      if (ring.length <= 4) continue
      for (let drop = 0; drop < ring.length - 1; drop++) {
        const open = ring.slice(0, -1).filter((_, i) => i !== drop)
        const shorter = [...open, open[0]!]
        yield withPart(
          index,
          part.map((old, i) => (i === at ? shorter : old)),
        )
      }
    }
  }
}
