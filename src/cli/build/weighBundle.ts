/** A chunk of the built page. */
export interface Chunk {
  readonly file: string
  /** Bytes, gzipped. */
  readonly size: number
  readonly isEntry: boolean
  /** Absolute paths of the source modules in it. */
  readonly modules: readonly string[]
  /** Files of chunks that it needs at once, and those it may load later. */
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
}

/** A part that loads when it is first used. */
export interface Tool {
  readonly name: string
  /** The module it begins with, by the end of its path. */
  readonly begins: string
  /** The tool that is always there before: only what this one adds to it is weighed. */
  readonly after?: string
}

export interface Weights {
  /** Bytes, gzipped, before the first map frame: the entry and what it needs at once. */
  readonly first: number
  /** Everything that is not reached through a tool alone. */
  readonly page: number
  /** Of each tool: the chunks that only tools reach. One that several tools share counts for each of them. */
  readonly tools: ReadonlyMap<string, number>
}

/** What the chunks of a build weigh, by when they load. */
export function weighBundle(chunks: readonly Chunk[], tools: readonly Tool[]): Weights {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const begins = new Map(
    tools.map(({ name, begins: end }) => [
      name,
      chunks.filter(({ modules }) => modules.some((module) => module.endsWith(`/${end}`))).map(({ file }) => file),
    ]),
  )
  const doors = new Set([...begins.values()].flat())

  /** All files from some on; later loads are followed too if asked for, but not into a tool. */
  const reach = (from: readonly string[], later: boolean): Set<string> => {
    const seen = new Set<string>()
    const open = [...from]
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      const chunk = byFile.get(file)
      if (!chunk || seen.has(file)) continue
      seen.add(file)
      open.push(...chunk.imports)
      if (later) open.push(...chunk.dynamicImports.filter((next) => !doors.has(next)))
    }
    return seen
  }
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + (byFile.get(file)?.size ?? 0), 0)

  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ file }) => file)
  const page = reach(entries, true)
  const own = ({ name, after }: Tool): number => {
    const before = reach(after === undefined ? [] : (begins.get(after) ?? []), true)
    const files = [...reach(begins.get(name) ?? [], true)]
    return sum(files.filter((file) => !page.has(file) && !before.has(file)))
  }
  return {
    first: sum(reach(entries, false)),
    page: sum(page),
    tools: new Map(tools.map((tool) => [tool.name, own(tool)])),
  }
}
