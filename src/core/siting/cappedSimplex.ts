/** Projects onto {0 ≤ x ≤ 1, Σ x ≤ n}, in the norm in which a coordinate's square is divided by its scale. */
export class CappedSimplex {
  private readonly open: Int32Array

  constructor(private readonly scale: Float64Array) {
    this.open = new Int32Array(scale.length)
  }

  /** Writes the projection of `from` to `to`, which may be the same. */
  project(from: Float64Array, n: number, to: Float64Array): void {
    const { scale, open } = this
    let sum = 0
    let high = 0
    let count = 0
    for (let at = 0; at < from.length; at++) {
      const x = from[at]!
      if (!(x > 0)) continue
      sum += x < 1 ? x : 1
      if (scale[at]! > 0) {
        open[count++] = at
        high = Math.max(high, x / scale[at]!)
      }
    }
    const cut = sum <= n ? 0 : this.level(from, n, high, count)
    for (let at = 0; at < from.length; at++) {
      const x = from[at]! - cut * scale[at]!
      to[at] = x > 1 ? 1 : x > 0 ? x : 0
    }
  }

  /** How much must be taken off each, in units of its scale; found by halving among those it is not settled for. */
  private level(from: Float64Array, n: number, highest: number, all: number): number {
    const { scale, open } = this
    let [low, high, count, full] = [0, highest, all, 0]
    for (let halving = 0; halving < HALVINGS && count > 0; halving++) {
      const middle = (low + high) / 2
      let sum = full
      for (let k = 0; k < count; k++) {
        const x = from[open[k]!]! - middle * scale[open[k]!]!
        if (x > 0) sum += x < 1 ? x : 1
      }
      if (sum > n) low = middle
      else high = middle
      let left = 0
      for (let k = 0; k < count; k++) {
        const at = open[k]!
        if (from[at]! - high * scale[at]! >= 1) full++
        else if (from[at]! - low * scale[at]! > 0) open[left++] = at
      }
      count = left
    }
    return high
  }
}

const HALVINGS = 50
