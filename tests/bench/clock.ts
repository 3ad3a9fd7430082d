/**
 * Milliseconds by which `alternate` times: of the wall, or with `--cpu` those that this process was at work, all its threads
 * together, for a machine that others keep busy.
 */
export const clock = process.argv.includes('--cpu') ? 'cpu' : 'wall'

export function now(): number {
  if (clock === 'wall') return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
