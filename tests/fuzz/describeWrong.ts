import type { Wrong } from './runCases'

/** One wrong case in words, with the JSON of its smallest reproduction. */
export function describeWrong({ number, faults, smallest }: Wrong): string {
  return `case ${number}: ${faults.join('; ')}\n${JSON.stringify(smallest)}`
}
