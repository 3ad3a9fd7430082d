/** A script of the workers as it was built. */
export interface WorkerScript {
  readonly name: string
  readonly source: string
  /** Gzipped bytes. */
  readonly size: number
}

/**
 * What the scripts whose names begin so weigh, with those that they bring at once and no line names: what two parts share the
 * bundler puts in a script of its own.
 * @returns by beginning; and the names of scripts that no line accounts for.
 */
export function weighWorkers(scripts: readonly WorkerScript[], begins: readonly string[]) {
  const named = ({ name }: WorkerScript) => begins.some((begin) => name.startsWith(begin))
  const accounted = new Set(scripts.filter(named))
  const weights = new Map(
    begins.map((begin) => {
      const own = new Set(scripts.filter(({ name }) => name.startsWith(begin)))
      for (const script of own) {
        for (const brought of broughtAtOnce(script, scripts)) if (!accounted.has(brought)) own.add(brought)
      }
      for (const script of own) accounted.add(script)
      return [begin, [...own].reduce((sum, { size }) => sum + size, 0)] as const
    }),
  )
  return { weights, unnamed: scripts.filter((script) => !accounted.has(script)).map(({ name }) => name) }
}

function broughtAtOnce({ source }: WorkerScript, scripts: readonly WorkerScript[]): WorkerScript[] {
  const names = [...source.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name]) => name)
  return scripts.filter(({ name }) => names.includes(name))
}
