/**
 * Whatever is cut off with an ellipsis says the whole of it under the pointer and at the focus, by the platform's own hint.
 * Answers how to stop.
 */
export function hintCutTexts(page: Document): () => void {
  const hint = ({ target }: Event): void => {
    for (let at = target instanceof Element ? target : null; at instanceof HTMLElement; at = at.parentElement) {
      if (getComputedStyle(at).textOverflow !== 'ellipsis') continue
      const isCut = at.scrollWidth > at.clientWidth
      const words = at.textContent.trim()
      if (isCut && at.title === '') [at.title, at.dataset.hinted] = [words, '']
      // A text that changed, or has room now.
      else if (at.dataset.hinted !== undefined) at.title = isCut ? words : ''
    }
  }
  page.addEventListener('pointerover', hint)
  page.addEventListener('focusin', hint)
  return () => {
    page.removeEventListener('pointerover', hint)
    page.removeEventListener('focusin', hint)
  }
}
