import { lazy, Suspense } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { LayerList } from '#views/layers/LayerList.tsx'
import { Dock } from '../frame/Dock'
import type { Frame } from '../frame/useFrame'

const SensingPanel = lazy(async () => ({ default: (await import('#maps/sensing/SensingPanel.tsx')).SensingPanel }))

export type SideTab = 'layers' | 'sensing'

interface Props {
  readonly frame: Frame
  readonly tab: SideTab
  readonly onTab: (tab: SideTab) => void
}

/** The right side while nothing is open: the layers of the map and, on the sensing map, alarms, blind grids and cameras. */
export function SideDock({ frame, tab, onTab }: Props) {
  const { t } = useWords()
  const sensing = useView((view) => view.map === 'sensing')
  const tabs = sensing && (
    <Tabs
      look="segments"
      label={t('shell.plan.side')}
      tabs={[
        { id: 'layers', label: t('sensing.panel.layers') },
        { id: 'sensing', label: t('sensing.panel.title') },
      ]}
      selected={tab}
      onSelect={onTab}
    />
  )
  const working = sensing && tab === 'sensing'
  return (
    <Dock side="right" frame={frame} title={t(working ? 'sensing.panel.title' : 'shell.plan.side')} aside={tabs}>
      {working ? (
        <Suspense fallback={<Skeleton shape="lines" lines={5} />}>
          <SensingPanel />
        </Suspense>
      ) : (
        <LayerList />
      )}
    </Dock>
  )
}
