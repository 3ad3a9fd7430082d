import type { ClockState } from '#core/cases/runClock.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'

const TONES: Record<ClockState, BadgeTone> = {
  'on-time': 'good',
  'due-soon': 'warn',
  overdue: 'bad',
  suspended: 'unknown',
  unlimited: 'plain',
  ahead: 'warn',
}
const RUNNING = {
  'on-time': 'onTime',
  'due-soon': 'dueSoon',
  overdue: 'overdue',
  suspended: 'suspended',
  unlimited: 'unlimited',
  ahead: 'ahead',
} as const satisfies Record<ClockState, string>

interface Props {
  readonly state: ClockState
  /** The clock has stopped for good: it was kept or not. */
  readonly ended: boolean
  /** It is the clock of the whole case. */
  readonly whole?: boolean
}

/** How a clock stands, as a word with a shape. */
export function CaseClockBadge({ state, ended, whole = false }: Props) {
  const { t } = useWords()
  if (ended && state === 'overdue') {
    return <Badge tone="bad">{t(whole ? 'desk.state.lateWhole' : 'desk.state.late')}</Badge>
  }
  if (ended && state === 'on-time') {
    return <Badge tone="good">{t(whole ? 'desk.state.keptWhole' : 'desk.state.kept')}</Badge>
  }
  return <Badge tone={TONES[state]}>{t(`desk.state.${RUNNING[state]}`)}</Badge>
}
