import { describe, expect, test } from 'vitest'
import { PALETTE_ROLES } from '#catalog/vocabulary.ts'
import { type PaletteTheme, palettes } from './palettes'
import { cssVariables } from './styleTokens'

/** WCAG 2.2 relative luminance of `#RRGGBB`. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

const THEMES: readonly PaletteTheme[] = ['dark', 'light']

describe.each(THEMES)('palette %s', (theme) => {
  const palette = palettes[theme]

  test('gives every role a plain colour', () => {
    for (const role of PALETTE_ROLES) expect(palette[role]).toMatch(/^#[0-9A-F]{6}$/)
  })

  test('text is readable on panels', () => {
    for (const role of ['text1', 'text2', 'text3'] as const) {
      expect(contrast(palette[role], palette.ground1)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('states and warnings stand out from the land by 3 at least', () => {
    for (const role of ['covered', 'gap', 'unknown', 'red', 'orange', 'yellow', 'blue', 'accent'] as const) {
      expect(contrast(palette[role], palette.land), role).toBeGreaterThanOrEqual(3)
    }
  })

  test('stars and the sequential ramp step in luminance, in one direction', () => {
    const stars = (['star1', 'star2', 'star3', 'star4', 'star5'] as const).map((role) => luminance(palette[role]))
    const ramp = (['seq0', 'seq1', 'seq2', 'seq3', 'seq4', 'seq5'] as const).map((role) => luminance(palette[role]))
    for (const steps of [stars, ramp]) {
      const ordered = [...steps].sort((a, b) => (theme === 'dark' ? a - b : b - a))
      expect(steps).toEqual(ordered)
    }
  })
})

test('CSS variables are named after the roles', () => {
  const variables = cssVariables('dark')
  expect(Object.keys(variables)).toHaveLength(PALETTE_ROLES.length)
  expect(variables['--ground0']).toBe('#0A0F16')
  expect(variables['--waterLine']).toBe(palettes.dark.waterLine)
})
