import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { OpenedCity } from '#city/CityContext.ts'

const isFeed = (key: QueryKey, { catalogUrl }: OpenedCity): boolean => key[0] === 'feed' && key[1] === catalogUrl

/**
 * After the engine was started again: reads every feed that was there into it (from its source, or the copy kept in this
 * browser), then has all asked again that was answered before or meanwhile.
 */
export async function readAnew(city: OpenedCity, client: QueryClient): Promise<void> {
  await client.refetchQueries(
    {
      predicate: ({ queryKey, state }) => isFeed(queryKey, city) && (state.data !== undefined || state.error !== null),
    },
    { cancelRefetch: true },
  )
  const isAnswer = ({ queryKey }: { readonly queryKey: QueryKey }): boolean =>
    queryKey[0] !== 'feed' && queryKey[0] !== 'city'
  client.removeQueries({ predicate: isAnswer, type: 'inactive' })
  await client.invalidateQueries({ predicate: isAnswer })
}
