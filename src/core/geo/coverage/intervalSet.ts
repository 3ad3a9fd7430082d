/** A sorted set of disjoint intervals on a line, made to be cut down. Its bounds do not depend on the order of cuts. */
export class IntervalSet {
  starts = new Float64Array(16)
  ends = new Float64Array(16)
  size = 0

  reset(start: number, end: number): void {
    this.starts[0] = start
    this.ends[0] = end
    this.size = 1
  }

  /** Adds an interval that lies after all there are. */
  append(start: number, end: number): void {
    if (this.size === this.starts.length) this.grow()
    this.starts[this.size] = start
    this.ends[this.size] = end
    this.size++
  }

  /** Takes [from, to] out. */
  subtract(from: number, to: number): void {
    if (!(from < to)) return
    const { starts, ends } = this
    let kept = 0
    for (let i = 0; i < this.size; i++) {
      const start = starts[i]!
      const end = ends[i]!
      if (end <= from || start >= to) {
        starts[kept] = start
        ends[kept] = end
        kept++
        continue
      }
      if (start < from && end > to) {
        this.split(i, from, to)
        return
      }
      if (start < from) {
        starts[kept] = start
        ends[kept] = from
        kept++
      } else if (end > to) {
        starts[kept] = to
        ends[kept] = end
        kept++
      }
    }
    this.size = kept
  }

  /** Takes a part of a circle out, measured in [0, turn]; `from` > `to` runs over the joint. */
  subtractTurn(from: number, to: number, turn: number): void {
    if (from <= to) this.subtract(from, to)
    else {
      this.subtract(from, turn)
      this.subtract(0, to)
    }
  }

  /** One cut inside one interval leaves two; no other is touched. */
  private split(at: number, from: number, to: number): void {
    if (this.size === this.starts.length) this.grow()
    const { starts, ends } = this
    const end = ends[at]!
    for (let i = this.size; i > at + 1; i--) {
      starts[i] = starts[i - 1]!
      ends[i] = ends[i - 1]!
    }
    ends[at] = from
    starts[at + 1] = to
    ends[at + 1] = end
    this.size++
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2)
    const ends = new Float64Array(this.starts.length * 2)
    starts.set(this.starts)
    ends.set(this.ends)
    this.starts = starts
    this.ends = ends
  }
}
