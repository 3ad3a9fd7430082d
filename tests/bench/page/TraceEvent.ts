/** One entry of a Chromium trace. Times are microseconds on one clock of the whole browser. */
export interface TraceEvent {
  readonly name: string
  readonly cat: string
  /** X: complete, P: profile chunk or sample, R and I: instant. */
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Of `dur`, what the thread ran on a processor. */
  readonly tdur?: number
  readonly id?: string
  readonly args: {
    readonly data?: {
      readonly startTime?: number
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] }
      readonly timeDeltas?: readonly number[]
    }
  }
}

export interface ProfileNode {
  readonly id: number
  readonly parent?: number
  readonly callFrame: {
    readonly functionName: string
    /** '0' or 0 of what is not script. */
    readonly scriptId: string | number
    readonly url?: string
    readonly lineNumber?: number
    readonly columnNumber?: number
  }
}
