/** What stands in place of a secret. */
const HIDDEN = '***'

/** `user:password@` before a host. */
const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'<>]*@/gi
/** A parameter of a query or a fragment. */
const PARAMETER = /([?&;#])([^\s=&;#"'<>]+)=([^\s&;#"'<>]+)/g
/** Names under which addresses carry what only their owner may know; also as the end of a longer name: `X-Amz-Signature`. */
const SECRET =
  /^(?:.*[-_.])?(?:tokens?|keys?|api-?key|app-?key|access-?key|secret-?key|subscription-?key|sig|sign|signature|secret|client-?secret|passw(?:or)?d|passwd|pwd|pass|auth|authorization|credentials?|jwt|bearer|session-?id|sas|ak|sk|tk)$/i
const GLUED = /(?:token|secret|password|passwd|signature|apikey|accesskey|credential)$/i

/**
 * A text in which every address has lost its secrets: user and password, and the values of parameters such as `token`,
 * `key` or `sig`. Whatever is shown, printed, exported or logged passes here where an address may stand in it.
 */
export function withoutSecrets(text: string): string {
  if (!text.includes('=') && !text.includes('@')) return text
  return text
    .replace(CREDENTIALS, `$1${HIDDEN}@`)
    .replace(PARAMETER, (whole, mark: string, name: string, value: string) => {
      if (value === HIDDEN) return whole
      const plain = decoded(name)
      if (SECRET.test(plain) || GLUED.test(plain)) return `${mark}${name}=${HIDDEN}`
      // An address within the address, as it is or encoded.
      const inner = withoutSecrets(value)
      if (inner !== value) return `${mark}${name}=${inner}`
      const written = decoded(value)
      const cleaned = withoutSecrets(written)
      return cleaned === written ? whole : `${mark}${name}=${encodeURIComponent(cleaned)}`
    })
}

/** Whether an address carries a secret. */
export const hasSecret = (address: string): boolean => withoutSecrets(address) !== address

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
