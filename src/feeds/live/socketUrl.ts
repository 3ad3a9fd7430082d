/** The address of a socket: a URL relative to the catalog's has become http(s), which means ws(s) here. */
export function socketUrl(url: URL): string {
  return url.href.replace(/^http/, 'ws')
}
