import { Suspense } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { LayerList } from '#views/layers/LayerList.tsx'
import { useTools } from '#views/parts/useParts.ts'
import { Dock } from '../frame/Dock'
import type { Frame } from '../frame/useFrame'

const LAYERS = 'layers'

interface Props {
  readonly frame: Frame
  /** Id of the tool wanted; null, or one that the map has not: the layers. */
  readonly tool: string | null
  readonly onTool: (tool: string | null) => void
}

/** The right side while nothing is open: the layers of the map, and the tools that parts offer beside them. */
export function SideDock({ frame, tool: wanted, onTool }: Props) {
  const words = useWords()
  const { t } = words
  const map = useView((view) => view.map)
  const ofMap = useTools('map').filter((tool) => tool.map === map)
  const tools = [...ofMap, ...useTools('plan')]
  const tool = tools.find(({ id }) => id === wanted)
  const tabs = tools.length > 0 && (
    <Tabs
      look="segments"
      label={t('shell.plan.side')}
      tabs={[
        { id: LAYERS, label: t('shell.plan.layers') },
        ...tools.map(({ id, title }) => ({ id, label: title(words) })),
      ]}
      selected={tool?.id ?? LAYERS}
      onSelect={(id) => onTool(id === LAYERS ? null : id)}
    />
  )
  return (
    <Dock
      side="right"
      frame={frame}
      title={tool ? tool.title(words) : t(tools.length > 0 ? 'shell.plan.layers' : 'shell.plan.side')}
      aside={tabs}
    >
      {tool ? (
        <Suspense fallback={<Skeleton shape="lines" lines={5} />}>
          <tool.Panel />
        </Suspense>
      ) : (
        <LayerList />
      )}
    </Dock>
  )
}
