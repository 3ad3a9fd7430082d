import type { Mutant } from './mutantsOf'

/** A fault that changes nothing that can be told from outside: no test can notice it. */
interface Equivalent extends Pick<Mutant, 'file' | 'before' | 'after'> {
  /** The line it begins in, as it stands: the same change elsewhere in the file is another fault. */
  readonly line: string
  readonly why: string
}

const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/core/model/time.ts',
    line: "if (zone.toUpperCase() === 'Z') return 0",
    before: "zone.toUpperCase() === 'Z'",
    after: 'false',
    why: 'without digits behind its sign a zone is read as 0 hours and 0 minutes',
  },
  {
    file: 'src/engine/cases/createCaseReaders.ts',
    line: 'if (known?.definition === definition) return known.reader',
    before: 'known?.definition === definition',
    after: 'false',
    why: 'a reader made anew answers the same, only slower',
  },
  {
    file: 'src/core/devices/series.ts',
    line: 'const crowded = count > 1 && reading.time - timeOf(count - 2) < CLOSEST * reading.every * 1000',
    before: '1',
    after: '0',
    why: 'before the first reading there is no time, and nothing is less than that',
  },
]

/** `source` is the text the fault is planted in. */
export function isEquivalent(mutant: Mutant, source: string): boolean {
  const line = source.split('\n')[mutant.line - 1]?.trim()
  return EQUIVALENT.some(
    (known) =>
      known.file === mutant.file &&
      known.line === line &&
      known.before === mutant.before &&
      known.after === mutant.after,
  )
}
