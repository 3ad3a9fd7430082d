import type { ReportingState } from '#core/devices/reporting.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'

const TONES: Readonly<Record<ReportingState, BadgeTone>> = {
  在线: 'good',
  迟报: 'warn',
  静默: 'bad',
  未知: 'unknown',
}

/** Online, late, silent or unknown, as shape and word. */
export function ReportingBadge({ state }: { readonly state: ReportingState }) {
  const { t } = useWords()
  return <Badge tone={TONES[state]}>{t(`sensing.states.${state}`)}</Badge>
}
