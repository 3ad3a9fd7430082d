import unicodeRanges from '@fontsource-variable/noto-sans-sc/unicode.json'
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec'
import { LABEL_FONT } from '../../layers/labelLayer'

const FOLDER = '../../../node_modules/@fontsource-variable/noto-sans-sc/files'

/** Every slice of the bundled font as a file of its own: one inlined into the code would break the page's policy. */
const files = import.meta.glob<string>(
  '../../../node_modules/@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2',
  {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  },
)

/**
 * The bundled font for the map's `font-faces`: each slice with the characters it covers. The map fetches a slice when a
 * label first needs one of its characters and draws no character before its slice is there, so that labels need neither
 * a glyph server nor a font on the machine.
 */
export function labelFonts(): FontFacesSpecification {
  const faces = Object.entries(unicodeRanges).flatMap(([slice, ranges]) => {
    const name = slice.replace(/[[\]]/g, '')
    const url = files[`${FOLDER}/noto-sans-sc-${name}-wght-normal.woff2`]
    if (!url) return []
    return [{ url: new URL(url, document.baseURI).href, 'unicode-range': ranges.split(',') }]
  })
  return { [LABEL_FONT[0]]: faces }
}
