import type { Page } from 'playwright-core'

/**
 * Every text of the page that cannot be read whole, one line each: cut off without the ellipsis that has a hint, beyond the
 * edge of the page, under something that lies over it, or upon another text. What can be scrolled to is looked at only as
 * far as it is in sight.
 */
export function textFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Rounding of layout, and descenders in tight lines, pixels. */
    const SLACK = 2
    interface Text {
      readonly element: Element
      readonly words: string
      readonly boxes: readonly DOMRect[]
    }
    const scrolls = (style: CSSStyleDeclaration, axis: 'X' | 'Y'): boolean =>
      /auto|scroll/.test(style[`overflow${axis}`])
    const clips = (style: CSSStyleDeclaration, axis: 'X' | 'Y'): boolean => /hidden|clip/.test(style[`overflow${axis}`])

    const faults: string[] = []
    const told = (kind: string, { element, words }: Text, more = ''): void => {
      const place = element.closest('article, aside, nav, header, section, main, dialog')
      const name =
        place?.getAttribute('aria-label') ?? place?.querySelector('h2, h3')?.textContent ?? place?.tagName ?? ''
      faults.push(`${kind}: “${words.slice(0, 50)}” in ${name.slice(0, 30)} ${more}`.trim())
    }

    /** Hidden but for readers and the keyboard. */
    const isClipped = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath } = getComputedStyle(at)
        if (clipPath === 'inset(50%)' || (clipPath !== 'none' && at.clientWidth <= 1)) return true
      }
      return false
    }

    /** A head that stays while the rows of its scroller pass below it. */
    const isStuckAbove = (head: Element, below: Element): boolean => {
      for (let at: Element | null = head; at && !at.contains(below); at = at.parentElement) {
        if (getComputedStyle(at).position === 'sticky') return true
      }
      return false
    }

    const texts: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (
        words === '' ||
        !element ||
        element.closest('option, script, style, noscript, .visually-hidden, [hidden], svg, .maplibregl-map')
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { fontSize, visibility, opacity } = getComputedStyle(element)
      const size = Number.parseFloat(fontSize)
      // The boxes of a font reach far above and below its letters.
      const letters = [...range.getClientRects()].map(
        ({ left, width, top, height }) => new DOMRect(left, top + height / 2 - size / 2, width, size),
      )
      const boxes = letters.filter(({ width, height }) => width > 0.5 && height > 0.5)
      // What is folded together has boxes all the same.
      if (!element.checkVisibility()) continue
      if (boxes.length === 0 || visibility === 'hidden' || Number(opacity) === 0 || isClipped(element)) continue
      texts.push({ element, words, boxes })
    }

    const inSight: { readonly text: Text; readonly box: DOMRect }[] = []
    for (const text of texts) {
      const { element } = text
      let fault = ''
      const seen = text.boxes.flatMap((box) => {
        let { left, right, top, bottom } = box
        let cut = false
        for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at)
          const edge = at.getBoundingClientRect()
          if (style.display === 'inline') continue
          if (scrolls(style, 'X')) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
          else if (clips(style, 'X') && (left < edge.left - SLACK || right > edge.right + SLACK)) {
            // A page of a rail that is not on show: it has its turn.
            if (at.matches('[data-viewport]')) return []
            if (style.textOverflow === 'ellipsis')
              [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
            else cut ||= left < right
          }
          if (scrolls(style, 'Y')) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)]
          else if (clips(style, 'Y') && (top < edge.top - SLACK - 2 || bottom > edge.bottom + SLACK + 2))
            cut ||= top < bottom
          if (style.position === 'fixed') break
        }
        if (right - left < 1 || bottom - top < 1) return []
        if (cut) fault = 'cut'
        if (left < -SLACK || right > innerWidth + SLACK || top < -SLACK || bottom > innerHeight + SLACK)
          fault = 'outside'
        return [new DOMRect(left, top, right - left, bottom - top)]
      })
      if (fault !== '') told(fault, text)
      if (fault === '') for (const box of seen) inSight.push({ text, box })
    }

    const modal = document.querySelector('dialog[open]')
    for (const { text, box } of inSight) {
      if (modal && !modal.contains(text.element)) continue
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const top = document.elementFromPoint(x, y)
      if (!top || top.contains(text.element) || text.element.contains(top)) continue
      if (getComputedStyle(text.element).pointerEvents === 'none' || isStuckAbove(top, text.element)) continue
      if (text.element.closest('th')) continue
      told('covered', text, `by ${top.tagName.toLowerCase()} ${top.textContent?.trim().slice(0, 20) ?? ''}`)
    }

    const byLeft = inSight.toSorted((a, b) => a.box.left - b.box.left)
    byLeft.forEach((one, index) => {
      for (const other of byLeft.slice(index + 1)) {
        if (other.box.left > one.box.right - SLACK) break
        if (
          one.text === other.text ||
          one.text.element.contains(other.text.element) ||
          other.text.element.contains(one.text.element)
        )
          continue
        if (modal && modal.contains(one.text.element) !== modal.contains(other.text.element)) continue
        const width = Math.min(one.box.right, other.box.right) - other.box.left
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Lines of tight texts share some of their line boxes, not of their letters.
        if (width <= SLACK + 1 || height <= Math.min(one.box.height, other.box.height) * 0.4) continue
        if (one.text.element.closest('th') || other.text.element.closest('th')) continue
        told('upon', one.text, `upon “${other.text.words.slice(0, 30)}”`)
      }
    })
    return [...new Set(faults)]
  })
}
