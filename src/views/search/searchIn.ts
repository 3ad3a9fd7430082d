import type { SearchHit, WorldEngine } from '#engine/engineApi.ts'
import type { Language } from '#i18n/language.ts'
import { featureName } from '../facts/featureName'

/** Search hits named in the language shown, where the features have such a name. */
export async function searchIn(
  engine: WorldEngine,
  text: string,
  limit: number,
  language: Language,
): Promise<readonly SearchHit[]> {
  const hits = await engine.search(text, limit)
  if (language !== 'en') return hits
  return Promise.all(
    hits.map(async (hit) => {
      const detail = await engine.feature(hit.feed, hit.mapId)
      return { ...hit, name: (detail && featureName(detail, language)) ?? hit.name }
    }),
  )
}
