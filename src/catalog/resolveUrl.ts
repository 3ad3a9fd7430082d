/** A URL of the catalog (feed, standard, live channel), which is relative to the catalog's own address. */
export function resolveUrl(url: string, catalogUrl: string): string {
  return new URL(url, catalogUrl).href
}
