import { setView } from '#state/view.ts'

/** Opens a row of the standard where it can be worked on: in the plan workspace, with its inspector. */
export function openRow(indicator: string, metric: string | null = null): void {
  setView({ workspace: 'plan', indicator, metric })
}
