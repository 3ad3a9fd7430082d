import type { BenchResult } from './benchCase'

/** A result in three lines for people. */
export function printResult({ name, ours, peers, ratio, gate, agree, worst, note }: BenchResult): string {
  const others = Object.entries(peers).map(([peer, time]) => `${peer} ${time === null ? '-' : figure(time)}`)
  const times = (value: number | null): string => (value === null ? '-' : `${value.toFixed(1)}x`)
  return [
    `${name.padEnd(18)} ours ${figure(ours)} ms | ${others.join(' | ')}`,
    `  ratio ${times(ratio)}, gate ${times(gate)}, ${agree ? 'agree' : 'DISAGREE'}, worst ${worst.toExponential(1)}`,
    `  ${note}`,
  ].join('\n')
}

function figure(milliseconds: number): string {
  return milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(3)
}
