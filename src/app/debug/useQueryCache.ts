import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CachedQuestion } from './worldsAsked'

/** The cache changes with every message of every feed; it is looked at this often, milliseconds. */
const STEP = 500

/** What the query cache holds, and what of it is under way. */
export function useQueryCache(): readonly CachedQuestion[] {
  const client = useQueryClient()
  const [seen, setSeen] = useState(() => read(client))
  useEffect(() => {
    const timer = setInterval(() => setSeen(read(client)), STEP)
    return () => clearInterval(timer)
  }, [client])
  return seen
}

const read = (client: QueryClient): readonly CachedQuestion[] =>
  client
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state }) => ({ queryKey, fetching: state.fetchStatus === 'fetching' }))
