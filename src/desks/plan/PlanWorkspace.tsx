import { Suspense } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { showTool, useLists } from '#state/lists.ts'
import { type FeatureRef, NO_SELECTION, refKey, select, useSelection } from '#state/selection.ts'
import { setView, useView } from '#state/view.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { FeatureFacts } from '#views/facts/FeatureFacts.tsx'
import { RecordPanel } from '#views/facts/RecordPanel.tsx'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { NothingOnMap } from '#views/layers/NothingOnMap.tsx'
import { useParts, usePlan, useTools } from '#views/parts/useParts.ts'
import { FeedSelect } from '#views/table/FeedSelect.tsx'
import { FeedTable } from '#views/table/FeedTable.tsx'
import { mapFeeds } from '#views/table/mapFeeds.ts'
import { Dock } from '../frame/Dock'
import { PaneTabs } from '../frame/PaneTabs'
import type { Frame } from '../frame/useFrame'
import { SideDock } from './SideDock'

const OPEN = 'open'

/** The planner's desk: every row of the standard, the map, the row that is open or the layers, and the features below. */
export function PlanWorkspace({ frame }: { readonly frame: Frame }) {
  const words = useWords()
  const { t } = words
  const { catalog } = useCity()
  const { sheets } = useParts()
  const planTools = useTools('plan')
  const { Board, OpenRow } = usePlan()
  const indicator = useView((view) => view.indicator)
  const tool = useLists((lists) => lists.tool)
  const selection = useSelection((state) => state.selection)
  const record = selection.kind === 'feature' && catalog.feeds.find(({ id }) => id === selection.feature.feed)?.record
  /** A selected feature that has more to say than its popup. */
  const chosen = selection.kind === 'feature' && record && sheets[record] ? selection.feature : null
  const open = t(indicator ? 'shell.plan.inspector' : chosen ? 'shell.plan.feature' : 'shell.plan.side')
  const planTool = indicator || chosen ? planTools.find(({ id }) => id === tool) : undefined
  const beside = planTools.length > 0 && (
    <Tabs
      look="segments"
      label={t('shell.plan.side')}
      tabs={[
        { id: OPEN, label: t(indicator ? 'shell.plan.row' : 'shell.plan.open') },
        ...planTools.map(({ id, title }) => ({ id, label: title(words) })),
      ]}
      selected={planTool?.id ?? OPEN}
      onSelect={(id) => showTool(id === OPEN ? null : id)}
    />
  )
  return (
    <>
      <Dock side="left" frame={frame} title={t('shell.plan.board')} flush>
        <Board />
      </Dock>
      {planTool ? (
        <Dock side="right" frame={frame} title={planTool.title(words)} aside={beside}>
          <Suspense fallback={<Skeleton shape="lines" lines={5} />}>
            <planTool.Panel />
          </Suspense>
          {indicator && (
            // The row stays open: what it is about is on the map.
            <div hidden>
              <OpenRow />
            </div>
          )}
        </Dock>
      ) : indicator ? (
        <Dock
          side="right"
          frame={frame}
          title={t('shell.plan.inspector')}
          flush
          aside={beside}
          actions={
            <IconButton
              icon="close"
              label={t('shell.plan.back')}
              hint="none"
              onClick={() => setView({ indicator: null, metric: null })}
            />
          }
        >
          <OpenRow />
        </Dock>
      ) : chosen ? (
        <Dock
          side="right"
          frame={frame}
          title={t('shell.plan.feature')}
          aside={beside}
          actions={
            <IconButton icon="close" label={t('shell.plan.back')} hint="none" onClick={() => select(NO_SELECTION)} />
          }
        >
          <ChosenFeature key={`${chosen.feed} ${chosen.id}`} feature={chosen} />
        </Dock>
      ) : (
        <SideDock frame={frame} tool={tool} onTool={showTool} />
      )}
      <FeaturesDock frame={frame} />
      <PaneTabs
        frame={frame}
        panes={[
          { side: 'left', title: t('shell.plan.board') },
          {
            side: 'right',
            title: planTool?.title(words) ?? open,
          },
          { side: 'bottom', title: t('shell.plan.table') },
        ]}
        opened={indicator ?? (chosen && refKey(chosen))}
      />
    </>
  )
}

function ChosenFeature({ feature }: { readonly feature: FeatureRef }) {
  const { t } = useWords()
  const detail = useFeatureDetail(feature)
  if (detail.data) {
    return (
      <FeatureFacts detail={detail.data} heading="h3">
        <RecordPanel detail={detail.data} />
      </FeatureFacts>
    )
  }
  if (detail.isPending) return <Waiting lines={6} label={t('shell.popup.loading')} />
  return <State kind="empty" title={t('shell.popup.gone')} />
}

function FeaturesDock({ frame }: { readonly frame: Frame }) {
  const { catalog } = useCity()
  const { t } = useWords()
  const map = useView((view) => view.map)
  const wanted = useView((view) => view.table)
  const onShow = catalog.maps.find(({ id }) => id === map)
  const rowOpen = useView((view) => view.indicator !== null)
  const own = mapFeeds(catalog, map)
  // What a row is about may be on no layer of the map.
  const feeds = rowOpen && wanted !== null && !own.includes(wanted) ? [wanted, ...own] : own
  const feed = feeds.find((id) => id === wanted) ?? feeds[0]
  return (
    <Dock
      side="bottom"
      frame={frame}
      title={t('shell.plan.table')}
      flush
      aside={feed && <FeedSelect feeds={feeds} selected={feed} onSelect={(table) => setView({ table })} />}
    >
      {feed ? <FeedTable feed={feed} /> : onShow && <NothingOnMap map={onShow} />}
    </Dock>
  )
}
