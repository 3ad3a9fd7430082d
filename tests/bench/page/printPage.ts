import type { PageResult } from './combineRounds'

/** The longest tasks as a table for people. */
export function printPage(cases: readonly PageResult[]): string {
  const head = `${'case'.padEnd(24)}${'without GL'.padStart(12)}${'over 50'.padStart(9)}${'with GL'.padStart(10)}${'over 50'.padStart(9)}  longest task without GL, made of (ms)`
  const lines = cases.map(({ name, ours, over50, longest, over50WithGl, kinds, top, rounds, note }) => {
    const parts = Object.entries(kinds)
      .filter(([, ms]) => ms >= 1)
      .sort((a, b) => b[1] - a[1])
      .map(([kind, ms]) => `${kind} ${ms.toFixed(0)}`)
    const places = top.slice(0, 5).map(([where, ms]) => `      ${ms.toFixed(1).padStart(7)}  ${where}`)
    return [
      `${name.padEnd(24)}${ours.toFixed(0).padStart(12)}${String(over50).padStart(9)}${longest.toFixed(0).padStart(10)}${String(over50WithGl).padStart(9)}  ${parts.join(', ')}`,
      `    ${note}; rounds ${rounds.map((ms) => ms.toFixed(0)).join(' ')}`,
      ...places,
    ].join('\n')
  })
  return [head, ...lines].join('\n')
}
