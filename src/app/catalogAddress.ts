const INSTALLED = './geodata/catalog.json'

export interface CatalogAddress {
  /** Absolute; as it was asked for where it cannot be parsed. */
  readonly url: string
  /** Another catalog than the installed one. */
  readonly foreign: boolean
}

/** Which catalog a page address asks for: `?catalog=URL`, relative to the page, or the installed one. */
export function catalogAddress(pageUrl: string): CatalogAddress {
  const page = new URL(pageUrl)
  const installed = new URL(INSTALLED, page).href
  const wanted = page.searchParams.get('catalog')
  if (wanted === null || wanted === '') return { url: installed, foreign: false }
  if (!URL.canParse(wanted, page.href)) return { url: wanted, foreign: true }
  const url = new URL(wanted, page).href
  return { url, foreign: url !== installed }
}
