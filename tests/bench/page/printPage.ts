import type { PageResult } from './combineRounds'

/** The longest tasks as a table for people: milliseconds, medians of the rounds. */
export function printPage(cases: readonly PageResult[]): string {
  const head = row(
    'case',
    'without GL',
    'of it cpu',
    'over 50',
    'with GL',
    'over 50',
    'longest task without GL, made of',
  )
  const lines = cases.map(({ name, ours, oursCpu, over50, longest, over50WithGl, task, rounds, note }) => {
    const parts = Object.entries(task.kinds)
      .filter(([, ms]) => ms >= 1)
      .sort((a, b) => b[1] - a[1])
      .map(([kind, ms]) => `${kind} ${ms.toFixed(0)}`)
    const places = task.top.slice(0, 5).map(([where, ms]) => `      ${ms.toFixed(1).padStart(7)}  ${where}`)
    const figures = [ours, oursCpu, over50, longest, over50WithGl].map((figure) => figure.toFixed(0))
    return [
      row(name, ...figures, parts.join(', ')),
      `    ${note}; rounds ${rounds.map((ms) => ms.toFixed(0)).join(' ')}`,
      ...places,
    ].join('\n')
  })
  return [head, ...lines].join('\n')
}

function row(name: string, ...rest: readonly string[]): string {
  const figures = rest.slice(0, -1).map((figure) => figure.padStart(11))
  return `${name.padEnd(24)}${figures.join('')}  ${rest.at(-1)}`
}
