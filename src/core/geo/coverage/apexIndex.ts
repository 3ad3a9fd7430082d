const NONE = -1

/** Numbers places: the same (x, y), exactly, has the same number until it is dropped; then another may get it. */
export class ApexIndex {
  /** Open addressing; a power of two long and at most half full. */
  private table = new Int32Array(256).fill(NONE)
  private readonly free: number[] = []
  private readonly bits = new Float64Array(2)
  private readonly words = new Uint32Array(this.bits.buffer)
  x = new Float64Array(64)
  y = new Float64Array(64)
  /** Numbers given so far are below this. */
  size = 0

  /** The number of a place; a free one when it has none yet. */
  numberOf(x: number, y: number): number {
    const at = this.find(x, y)
    const known = this.table[at]!
    if (known !== NONE) return known
    const apex = this.free.pop() ?? this.size++
    if (apex === this.x.length) this.widen()
    this.x[apex] = x
    this.y[apex] = y
    this.table[at] = apex
    if ((this.size - this.free.length) * 2 > this.table.length) this.lengthen()
    return apex
  }

  drop(apex: number): void {
    const { table } = this
    const last = table.length - 1
    let hole = this.find(this.x[apex]!, this.y[apex]!)
    if (table[hole] !== apex) return
    this.free.push(apex)
    table[hole] = NONE
    // What was pushed past the hole moves up, or it would not be found again.
    for (let at = (hole + 1) & last; table[at] !== NONE; at = (at + 1) & last) {
      const home = this.hash(this.x[table[at]!]!, this.y[table[at]!]!) & last
      if (((at - home) & last) < ((at - hole) & last)) continue
      table[hole] = table[at]!
      table[at] = NONE
      hole = at
    }
  }

  /** Place in the table of (x, y), or of the gap where it would go. */
  private find(x: number, y: number): number {
    const { table } = this
    let at = this.hash(x, y) & (table.length - 1)
    while (table[at] !== NONE) {
      const apex = table[at]!
      if (this.x[apex] === x && this.y[apex] === y) break
      at = (at + 1) & (table.length - 1)
    }
    return at
  }

  private hash(x: number, y: number): number {
    // + 0 makes −0 the same place as 0.
    this.bits[0] = x + 0
    this.bits[1] = y + 0
    const { words } = this
    let hash = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b)
    hash ^= Math.imul(words[2]! ^ Math.imul(words[3]!, 0x9e3779b1), 0xc2b2ae35)
    return (hash ^ (hash >>> 15)) >>> 0
  }

  private widen(): void {
    const x = new Float64Array(this.x.length * 2)
    const y = new Float64Array(this.x.length * 2)
    x.set(this.x)
    y.set(this.y)
    this.x = x
    this.y = y
  }

  private lengthen(): void {
    const before = this.table
    this.table = new Int32Array(before.length * 4).fill(NONE)
    for (const apex of before) if (apex !== NONE) this.table[this.find(this.x[apex]!, this.y[apex]!)] = apex
  }
}
