import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { keepShell } from '#app/keepShell.ts'
import { speak } from '#i18n/i18n.ts'
import { useDisplay } from '#state/display.ts'

// Nothing is said in a language that was not chosen; where its words cannot be had, the page speaks Chinese.
// The Chinese of the first frame comes with the page; what is shown later waits for its own words.
const { language } = useDisplay.getState()
if (language !== 'zh-CN') await speak(language).catch(() => {})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
keepShell()
