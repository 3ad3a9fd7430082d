import '#catalog/zodWithoutEval.ts'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/noto-sans-sc'
import '#ui/tokens.css'
import '#ui/base.css'
import { ErrorBoundary } from '#app/ErrorBoundary.tsx'
import { LanguageSync } from '#app/LanguageSync.tsx'
import { loadWall } from '#app/parts.ts'
import { ThemeSync } from '#app/ThemeSync.tsx'
import { speak } from '#i18n/i18n.ts'
import { useDisplay } from '#state/display.ts'
import { setView } from '#state/view.ts'
import { Gallery } from './Gallery'
import { readLook } from './galleryLook'

/** The gallery in the look that its address asks for. What this browser prefers in the app stays as it is. */
const look = readLook(window.location.search)
useDisplay.setState({ theme: look.theme, language: look.language })
setView({ workspace: look.scale === 'wall' ? 'screen' : 'plan' })
document.documentElement.dataset.scale = look.scale
if (look.scale === 'wall') document.documentElement.style.setProperty('--u', '10.8px')
await speak(look.language)
const wall = await loadWall()

createRoot(document.getElementById('root')!).render(
  <ErrorBoundary>
    <ThemeSync />
    <LanguageSync />
    <Gallery look={look} wall={wall} />
  </ErrorBoundary>,
)
