import { useWords } from '#i18n/useWords.ts'
import { setView, useView, WORKSPACES } from '#state/view.ts'
import { Tabs } from '#ui/Tabs.tsx'

/** Wall, planning or response: the same map and data, arranged for another user. */
export function WorkspaceTabs() {
  const { t } = useWords()
  const workspace = useView((view) => view.workspace)
  return (
    <Tabs
      look="segments"
      label={t('shell.workspace.label')}
      tabs={WORKSPACES.map((id) => ({ id, label: t(`shell.workspace.${id}`) }))}
      selected={workspace}
      onSelect={(id) => setView({ workspace: id })}
    />
  )
}
