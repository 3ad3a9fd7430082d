import { useWords } from '../../i18n/useWords'
import { setView, useView, WORKSPACES } from '../../state/view'
import { Tabs } from '../../ui/Tabs'

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
