/** Fills `top` with the sites of most worth, best first; of equals the lower number. */
export function topSites(worth: Float64Array, top: Int32Array): void {
  const size = top.length
  /** A heap whose root is the least of those kept. */
  const heap = top.slice()
  const less = (a: number, b: number) => worth[a]! < worth[b]! || (worth[a] === worth[b] && a > b)
  const sink = (from: number, count: number) => {
    const site = heap[from]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      if (child + 1 < count && less(heap[child + 1]!, heap[child]!)) child++
      if (!less(heap[child]!, site)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = site
  }
  for (let site = 0; site < size; site++) heap[site] = site
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at, size)
  for (let site = size; size > 0 && site < worth.length; site++) {
    if (!less(heap[0]!, site)) continue
    heap[0] = site
    sink(0, size)
  }
  for (let count = size; count > 0; count--) {
    top[count - 1] = heap[0]!
    heap[0] = heap[count - 1]!
    sink(0, count - 1)
  }
}
