/** Time as a command has it, milliseconds. */
export interface Clocks {
  readonly wall: () => number
  readonly cpu: () => number
}

export const clocks: Clocks = {
  wall: () => performance.now(),
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}
