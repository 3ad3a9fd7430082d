import { useLayoutEffect } from 'react'
import { cssVariables } from '#layers/styleTokens.ts'
import { useDisplay } from '#state/display.ts'

/** Puts the theme's palette on the page. */
export function ThemeSync(): null {
  const theme = useDisplay((display) => display.theme)
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    dataset.theme = theme
    style.setProperty('color-scheme', theme)
    for (const [name, value] of Object.entries(cssVariables(theme))) style.setProperty(name, value)
  }, [theme])
  return null
}
