import { afterEach, expect, test, vi } from 'vitest'
import { labelFonts } from './labelFonts'

/** A rule as the browser's object model gives it. */
class FontFaceRule {
  readonly style: { readonly getPropertyValue: (name: string) => string }
  constructor(properties: Readonly<Record<string, string>>) {
    this.style = { getPropertyValue: (name) => properties[name] ?? '' }
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('the slices of the label font are taken with their ranges, at addresses relative to their sheet', () => {
  const slice = (family: string, file: string, range: string): FontFaceRule =>
    new FontFaceRule({
      'font-family': family,
      src: `url("${file}") format("woff2-variations")`,
      'unicode-range': range,
    })
  vi.stubGlobal('CSSFontFaceRule', FontFaceRule)
  vi.stubGlobal('document', {
    baseURI: 'http://10.0.0.1/map/',
    styleSheets: [
      {
        href: 'http://10.0.0.1/map/assets/page.css',
        cssRules: [slice('"Noto Sans SC Variable"', './a.woff2', 'U+4e00-4e0f, U+90b9')],
      },
      {
        href: null,
        cssRules: [slice('Noto Sans SC Variable', 'b.woff2', 'U+20-7e'), slice('Icons', 'i.woff2', 'U+41')],
      },
      { href: null, cssRules: [{ selectorText: 'body' }] },
    ],
  })
  expect(labelFonts()).toEqual({
    'Noto Sans SC Variable': [
      { url: 'http://10.0.0.1/map/assets/a.woff2', 'unicode-range': ['U+4e00-4e0f', 'U+90b9'] },
      { url: 'http://10.0.0.1/map/b.woff2', 'unicode-range': ['U+20-7e'] },
    ],
  })
})
