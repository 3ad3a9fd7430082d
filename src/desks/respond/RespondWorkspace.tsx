import { Suspense } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { showTool, useLists } from '#state/lists.ts'
import { setView, useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { useTools } from '#views/parts/useParts.ts'
import { FeedSelect } from '#views/table/FeedSelect.tsx'
import { LISTS, listFeeds } from '#views/table/responseFeeds.ts'
import { Dock } from '../frame/Dock'
import type { Frame } from '../frame/useFrame'
import { DutyTable } from './DutyTable'
import styles from './RespondWorkspace.module.css'
import { ResponseSheet } from './ResponseSheet'

/** From this width on, pixels, a list has room for a fourth column. */
const ROOMY = 440

/** The emergency desk: incidents, hazards and resources on the left, the map, and the sheet of what is selected. */
export function RespondWorkspace({ frame }: { readonly frame: Frame }) {
  const { t } = useWords()
  return (
    <>
      <Dock side="left" frame={frame} title={t('shell.respond.lists')} flush>
        <Lists roomy={frame.layout.left >= ROOMY} />
      </Dock>
      <Dock side="right" frame={frame} title={t('shell.respond.sheet')}>
        <ResponseSheet />
      </Dock>
    </>
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
