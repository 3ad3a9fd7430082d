/**
 * The policy the app is served under. `blob:` in connect-src is the admitted feeds, handed to the map's own worker
 * without crossing the page; nothing is inline and nothing is evaluated from text.
 * `connect` lists further origins whose catalogs and feeds this deployment trusts.
 */
export function contentSecurityPolicy(connect: readonly string[] = []): string {
  return [
    "default-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self'",
    `connect-src ${["'self'", 'blob:', ...connect].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}
