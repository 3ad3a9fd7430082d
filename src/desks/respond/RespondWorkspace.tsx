import { Suspense, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { showTool, useLists } from '#state/lists.ts'
import { refKey, useSelection } from '#state/selection.ts'
import { setView, useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { LayerList } from '#views/layers/LayerList.tsx'
import { useTools } from '#views/parts/useParts.ts'
import { FeedSelect } from '#views/table/FeedSelect.tsx'
import { LISTS, listFeeds } from '#views/table/responseFeeds.ts'
import { Dock } from '../frame/Dock'
import { PaneTabs } from '../frame/PaneTabs'
import type { Frame } from '../frame/useFrame'
import { DutyTable } from './DutyTable'
import styles from './RespondWorkspace.module.css'
import { ResponseSheet } from './ResponseSheet'

/** From this width on, pixels, a list has room for a fourth column. */
const ROOMY = 440

/** The emergency desk: incidents, hazards and resources on the left, the map, and the sheet of what is selected. */
export function RespondWorkspace({ frame }: { readonly frame: Frame }) {
  const { t } = useWords()
  const chosen = useSelection(({ selection }) => (selection.kind === 'feature' ? refKey(selection.feature) : null))
  return (
    <>
      <Dock side="left" frame={frame} title={t('shell.respond.lists')} flush>
        <Lists roomy={frame.layout.left >= ROOMY} />
      </Dock>
      <SheetDock frame={frame} chosen={chosen} />
      <PaneTabs
        frame={frame}
        panes={[
          { side: 'left', title: t('shell.respond.lists') },
          { side: 'right', title: t(chosen === null ? 'shell.plan.side' : 'shell.respond.sheet') },
        ]}
        opened={chosen}
      />
    </>
  )
}

const SIDES = ['sheet', 'layers'] as const

/** The sheet of what is chosen, and beside it the layers of the map with their legend; these alone while nothing is chosen. */
function SheetDock({ frame, chosen }: { readonly frame: Frame; readonly chosen: string | null }) {
  const { t } = useWords()
  /** What was chosen when the layers were asked for: another choice brings its sheet. */
  const [layersBeside, setLayersBeside] = useState<string | null>(null)
  const side = chosen !== null && layersBeside === chosen ? 'layers' : 'sheet'
  const tabs = chosen !== null && (
    <Tabs
      look="segments"
      label={t('shell.respond.side')}
      tabs={SIDES.map((id) => ({ id, label: t(id === 'sheet' ? 'shell.respond.sheetTab' : 'shell.plan.layers') }))}
      selected={side}
      onSelect={(id) => setLayersBeside(id === 'layers' ? chosen : null)}
    />
  )
  return (
    <Dock
      side="right"
      frame={frame}
      title={t(side === 'layers' ? 'shell.plan.side' : 'shell.respond.sheet')}
      aside={tabs}
    >
      {side === 'sheet' && <ResponseSheet />}
      {(side === 'layers' || chosen === null) && <LayerList />}
    </Dock>
  )
}

function Lists({ roomy }: { readonly roomy: boolean }) {
  const { catalog } = useCity()
  const words = useWords()
  const { t } = words
  const tools = useTools('lists')
  const offered = LISTS.filter((list) => listFeeds(catalog, list).length > 0)
  const wantedTool = useLists((lists) => lists.tool)
  const wanted = useView((view) => view.table)
  const tool = tools.find(({ id }) => id === wantedTool)
  const list = offered.find((id) => wanted !== null && listFeeds(catalog, id).includes(wanted)) ?? offered[0]
  if (!list) return <State kind="empty" title={t('shell.respond.noLists')} />
  const feeds = listFeeds(catalog, list)
  const feed = feeds.find((id) => id === wanted) ?? feeds[0]

  function choose(tab: string) {
    const chosen = offered.find((id) => id === tab)
    showTool(chosen ? null : tab)
    if (chosen && chosen !== list) setView({ table: listFeeds(catalog, chosen)[0] ?? null })
  }

  return (
    <div className={styles.lists}>
      <div className={styles.choose}>
        <Tabs
          look="segments"
          label={t('shell.respond.lists')}
          tabs={[
            ...offered.map((id) => ({ id, label: t(`shell.respond.${id}`) })),
            ...tools.map(({ id, title }) => ({ id, label: title(words) })),
          ]}
          selected={tool?.id ?? list}
          onSelect={choose}
        />
        {feed && !tool && <FeedSelect feeds={feeds} selected={feed} onSelect={(table) => setView({ table })} />}
      </div>
      {tool ? (
        <div className={styles.tool}>
          <Suspense fallback={<Skeleton shape="lines" lines={5} />}>
            <tool.Panel />
          </Suspense>
        </div>
      ) : (
        <div className={styles.table}>{feed && <DutyTable feed={feed} most={roomy ? 3 : 2} />}</div>
      )}
    </div>
  )
}
