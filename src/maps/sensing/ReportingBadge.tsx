import type { ReportingState } from '#core/devices/reporting.ts'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
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

/** Why a device is held to be online, late or silent, with its own cycle; null where the feed says nothing of it. */
export function reportingWords({ reporting, cycle, limits }: DeviceSheet, now: number, words: Words): string | null {
  if (!reporting) return null
  const { t, language } = words
  const age = reporting.lastSeen === null ? 0 : Math.abs(now - reporting.lastSeen)
  return t(`sensing.device.why.${reporting.reason}`, {
    cycle: cycle === null ? '' : spanOfSeconds(cycle, words),
    age: age < 60_000 ? spanOfSeconds(Math.round(age / 1000), words) : formatSpan(age, language),
    timely: reporting.timely,
    recover: limits?.recover ?? '',
  })
}

function spanOfSeconds(seconds: number, { t, language }: Words): string {
  return seconds < 60 ? t('sensing.seconds', { count: seconds }) : formatSpan(seconds * 1000, language)
}
