import type { Language, Theme } from '#state/display.ts'

/** What the gallery shows and how, as its address says. */
export interface GalleryLook {
  readonly theme: Theme
  readonly language: Language
  readonly scale: 'desk' | 'wall'
  /** Name of a section, of a part, of a kind of card or of a rung; everything when null. */
  readonly only: string | null
}

/** From a query such as `?theme=light&lang=en&look=wall&only=cards`. */
export function readLook(search: string): GalleryLook {
  const query = new URLSearchParams(search)
  return {
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    language: query.get('lang') === 'en' ? 'en' : 'zh-CN',
    scale: query.get('look') === 'wall' ? 'wall' : 'desk',
    only: query.get('only'),
  }
}

/** The query of the same look with some of it changed. */
export function writeLook(look: GalleryLook, change: Partial<GalleryLook> = {}): string {
  const { theme, language, scale, only } = { ...look, ...change }
  const query = new URLSearchParams({ theme, lang: language === 'en' ? 'en' : 'zh', look: scale })
  if (only !== null) query.set('only', only)
  return `?${query}`
}
