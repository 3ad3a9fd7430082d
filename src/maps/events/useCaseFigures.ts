import { useCity } from '#city/CityContext.ts'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import { useNow } from '#city/useNow.ts'
import type { CaseKpisAnswer, CaseKpisRequest, HotSpotsAnswer, HotSpotsRequest } from '#engine/cases/caseVerbs.ts'
import { withArchive } from './caseWords'

const MINUTE = 60_000
/** A period of days is the same for so long. */
const KPI_STEP = 10 * MINUTE

interface Asking {
  /** False: not to be asked now. */
  readonly enabled?: boolean
}

/** Figures of a period of cases: one answer for the card and for the stage of the loop that ask for the same. */
export function useCaseKpis(request: CaseKpisRequest, asking: Asking = {}): Answer<CaseKpisAnswer> {
  const { catalog } = useCity()
  const now = useNow()
  return useAnswer({
    ...asking,
    feeds: withArchive(catalog, request.feed),
    key: ['case-kpis', request, Math.floor(now / KPI_STEP)],
    ask: (engine) => engine.caseKpis(request),
  })
}

/** Where more is reported than usual: one answer for the card and for the stage of the loop that ask for the same. */
export function useHotSpots(request: HotSpotsRequest, asking: Asking = {}): Answer<HotSpotsAnswer> {
  const { catalog } = useCity()
  const now = useNow()
  return useAnswer({
    ...asking,
    feeds: withArchive(catalog, request.feed),
    key: ['hot-spots', request, Math.floor(now / MINUTE)],
    ask: (engine) => engine.hotSpots(request),
  })
}
