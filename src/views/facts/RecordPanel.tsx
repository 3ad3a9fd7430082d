import { Suspense } from 'react'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useParts } from '../parts/useParts'

/** What a desk shows of a feature beyond its facts; nothing for a record that no part has a sheet for. */
export function RecordPanel({ detail }: { readonly detail: FeatureDetail }) {
  const Panel = useParts().sheets[detail.record]
  return (
    Panel && (
      <Suspense fallback={<Skeleton shape="lines" lines={6} />}>
        <Panel detail={detail} />
      </Suspense>
    )
  )
}
