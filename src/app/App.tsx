import { QueryClientProvider } from '@tanstack/react-query'
import { CityGate } from './CityGate'
import { ErrorBoundary } from './ErrorBoundary'
import { HashSync } from './HashSync'
import { LanguageSync } from './LanguageSync'
import { LinkNotice } from './LinkNotice'
import { LiveSync } from './LiveSync'
import { queryClient } from './queryClient'
import { ThemeSync } from './ThemeSync'
import { Workspaces } from './Workspaces'

/** The whole app: preferences, the opened city, the link in the address bar, and the three workspaces on one map. */
export function App() {
  return (
    <ErrorBoundary>
      <ThemeSync />
      <LanguageSync />
      <QueryClientProvider client={queryClient}>
        <CityGate>
          <HashSync />
          <LiveSync />
          <LinkNotice />
          <Workspaces />
        </CityGate>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
