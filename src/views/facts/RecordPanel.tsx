import { Suspense } from 'react'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { recordPanels } from './recordPanels'

/** What a desk shows of a feature beyond its facts; nothing for a record that has no panel of its own. */
export function RecordPanel({ detail }: { readonly detail: FeatureDetail }) {
  const Panel = recordPanels[detail.record]
  return (
    Panel && (
      <Suspense fallback={<Skeleton shape="lines" lines={6} />}>
        <Panel detail={detail} />
      </Suspense>
    )
  )
}
