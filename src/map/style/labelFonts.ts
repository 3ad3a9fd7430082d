import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec'
import { LABEL_FONT } from '#layers/labelLayer.ts'

/**
 * The bundled font for the map's `font-faces`: each slice with the characters it covers, as the page's own style sheet
 * lists them. The map fetches a slice when a label first needs one of its characters and draws no character before its
 * slice is there, so that labels need neither a glyph server nor a font on the machine.
 */
export function labelFonts(): FontFacesSpecification {
  const [family] = LABEL_FONT
  return { [family]: [...document.styleSheets].flatMap((sheet) => slicesOf(sheet, family)) }
}

interface Slice {
  readonly url: string
  readonly 'unicode-range': string[]
}

function slicesOf(sheet: CSSStyleSheet, family: string): Slice[] {
  const base = sheet.href ?? document.baseURI
  return [...sheet.cssRules].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const named = rule.style.getPropertyValue('font-family').replace(/^["']|["']$/g, '')
    const url = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    const range = rule.style.getPropertyValue('unicode-range')
    if (named !== family || !url || range === '') return []
    return [{ url: new URL(url, base).href, 'unicode-range': range.split(/\s*,\s*/) }]
  })
}
