import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import type { Words } from '#i18n/useWords.ts'

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
