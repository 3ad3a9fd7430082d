import type { OpenedCity } from '#city/CityContext.ts'

const INSTALLED = './geodata/catalog.json'

export interface CatalogAddress {
  /** Absolute; as it was asked for where it cannot be parsed. */
  readonly url: string
  readonly whose: OpenedCity['whose']
}

/** Which catalog a page address asks for: `?catalog=URL`, relative to the page, or the installed one. */
export function catalogAddress(pageUrl: string): CatalogAddress {
  const page = new URL(pageUrl)
  const installed = new URL(INSTALLED, page).href
  const wanted = page.searchParams.get('catalog')
  if (wanted === null || wanted === '') return { url: installed, whose: 'installed' }
  if (!URL.canParse(wanted, page.href)) return { url: wanted, whose: 'external' }
  const url = new URL(wanted, page).href
  if (url === installed) return { url, whose: 'installed' }
  return { url, whose: new URL(url).origin === page.origin ? 'another' : 'external' }
}
