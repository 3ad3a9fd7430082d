import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { keepShell } from '#app/keepShell.ts'
import { speak } from '#i18n/i18n.ts'
import { useDisplay } from '#state/display.ts'

// Nothing is said in a language that was not chosen; where its words cannot be had, the page speaks Chinese.
await speak(useDisplay.getState().language).catch(() => {})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
keepShell()
