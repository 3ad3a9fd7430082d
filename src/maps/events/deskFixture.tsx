import type { RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { useFeed } from '#city/useFeed.ts'
import type { Language } from '#i18n/language.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { CaseDetail } from './CaseDetail'
import { setSigner } from './deskSigner'

/** Two hours into the small city's Tuesday. */
export const NOW = Date.parse('2026-09-01T10:00:00+08:00')

interface Desk {
  readonly actions?: boolean
  readonly language?: Language
  readonly signer?: string
}

/** For tests: a view at a desk of the small city, with a clock that stands still at `NOW`. */
export function renderAtDesk(view: ReactNode, { signer = '王敏', ...rest }: Desk = {}): Promise<RenderResult> {
  setSigner(signer)
  return renderWithCity(view, { now: NOW, ...rest })
}

/** The detail of one case, once its feed is read. */
export function CaseAtDesk({ id }: { readonly id: string }) {
  const feed = useFeed('cases')
  const detail = useFeatureDetail({ feed: 'cases', id })
  if (feed.isError) throw feed.error
  return detail.data ? <CaseDetail detail={detail.data} /> : null
}
