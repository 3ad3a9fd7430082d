import { QueryClient } from '@tanstack/react-query'

/** Feeds say themselves when they are read again; focus and reconnection change nothing on a wall. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { refetchOnWindowFocus: false, refetchOnReconnect: true, retry: 1, networkMode: 'always' },
  },
})
