/** What stands after a link in a sentence, as chat programs take it for a part of the link. */
const STOPS = /[\s.,;!?'")\]}>…、。，．；：！？）】》〉」』”’]$/u
/** One character outside ASCII as browsers write it in a hash; every full-width stop has three bytes. */
const LAST_CHARACTER = /(?:%[0-9a-f]{2}){3}$/i

/**
 * A hash as it was before a chat program had it: encoded as a whole, escaped as in HTML, with a stop at its end, or with
 * further parameters hung on to the path. Without its `#`; path and query are parted by the first `?`.
 */
export function mendedHash(hash: string): string {
  let text = withoutStops(hash.replace(/^#/, ''))
  // Twice at most: a link may be passed on by two programs.
  for (let times = 0; times < 2 && /^[^?&]*%(?:2F|3F|26|25)/i.test(text); times += 1) {
    const decoded = withoutFault(() => decodeURIComponent(text))
    if (decoded === null || decoded === text) break
    text = decoded.replace(/^#/, '')
  }
  text = withoutStops(text).replaceAll('&amp;', '&')
  return text.replace(/^([^?&]*)&/, '$1?')
}

function withoutStops(text: string): string {
  let rest = text
  for (;;) {
    const [bytes] = LAST_CHARACTER.exec(rest) ?? []
    const last = bytes === undefined ? rest : withoutFault(() => decodeURIComponent(bytes))
    if (last === null || !STOPS.test(last)) return rest
    rest = rest.slice(0, -(bytes?.length ?? 1))
  }
}

function withoutFault(decode: () => string): string | null {
  try {
    return decode()
  } catch {
    return null
  }
}

/** Parameters that messengers and advertisers hang on to every link: they say nothing of this page. */
const TAILS =
  /^(?:from|isappinstalled|nsukey|scene|clicktime|enterid|wxshare_count|share\w*|utm_\w+|spm|fbclid|gclid|msclkid)$/i

export const isTail = (key: string): boolean => TAILS.test(key)
