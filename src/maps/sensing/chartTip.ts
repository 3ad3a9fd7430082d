/** Lines of text beside the pointer, kept within an element that is positioned. */
export interface ChartTip {
  /** `at`: pixels from the left and the top of the element. Without lines nothing is shown. */
  show(lines: readonly string[], at: Pair): void
  close(): void
}

type Pair = readonly [horizontal: number, vertical: number]

/** From the pointer to the text, pixels. */
const AWAY = 12

export function chartTip(element: HTMLElement, className: string | undefined): ChartTip {
  const tip = document.createElement('div')
  tip.className = className ?? ''
  tip.hidden = true
  element.append(tip)
  return {
    show(lines, at) {
      tip.hidden = lines.length === 0
      if (tip.hidden) return
      // Text, never HTML: what feeds say is no markup.
      tip.textContent = lines.join('\n')
      const [x, y] = tipPlace(at, [tip.offsetWidth, tip.offsetHeight], [element.clientWidth, element.clientHeight])
      tip.style.transform = `translate(${x}px, ${y}px)`
    },
    close: () => tip.remove(),
  }
}

/** Right of the pointer and below it, or left of it where there is no room; never beyond the edges. */
export function tipPlace([left, top]: Pair, [width, height]: Pair, [roomX, roomY]: Pair): Pair {
  const x = left + AWAY + width <= roomX ? left + AWAY : left - AWAY - width
  return [Math.max(0, Math.min(x, roomX - width)), Math.max(0, Math.min(top + AWAY, roomY - height))]
}
