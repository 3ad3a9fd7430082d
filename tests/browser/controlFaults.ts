import type { Page } from 'playwright-core'

/**
 * Every control of the page that a pointer cannot reach where it is drawn, one line each: under something else, or past the
 * margin of the top bar. What can be scrolled to is looked at only as far as it is in sight.
 */
export function controlFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const modal = document.querySelector('dialog[open]')
    const nameOf = (control: Element) =>
      (control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.tagName).slice(0, 40)

    /** The middle of it can be scrolled to, or is on a page of a rail that has its turn. */
    const isAside = (control: Element, x: number, y: number): boolean => {
      for (let at = control.parentElement; at; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const { left, right, top, bottom } = at.getBoundingClientRect()
        if (x < left || x > right || y < top || y > bottom) return true
      }
      return false
    }

    for (const control of (modal ?? document).querySelectorAll('button, select, input, summary, a[href]')) {
      const { left, top, width, height } = control.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      if (width < 2 || !control.checkVisibility({ visibilityProperty: true }) || control.closest('.visually-hidden'))
        continue
      if (getComputedStyle(control).clipPath !== 'none' || isAside(control, x, y)) continue
      const hit = document.elementFromPoint(x, y)
      // A head that stays while rows pass below it, and a box pressed by its label.
      if (!hit || control.contains(hit) || hit.closest('label')?.contains(control) || hit.closest('th')) continue
      faults.push(`covered control: ${nameOf(control)} by ${hit.tagName.toLowerCase()} ${nameOf(hit)}`)
    }

    for (const part of document.querySelectorAll('#root header:not(main header) *')) {
      const { right } = part.getBoundingClientRect()
      if (right > innerWidth - 6)
        faults.push(`past the margin: ${nameOf(part)} at ${Math.round(right)} of ${innerWidth}`)
    }
    return [...new Set(faults)]
  })
}
