import type { Alarm } from '#core/devices/alarms.ts'
import type { AlarmRule } from '#core/model/feedDefinitions.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'

/** A reading with its unit, such as `3.82 m`; a dash where there is none. */
export function quantityWords(value: number | null, unit: string | null, { language }: Words): string {
  if (value === null) return '—'
  const figure = formatNumber(value, language)
  return unit ? `${figure} ${unit}` : figure
}

/** What the rule of an alarm is called: its title in the catalog, or its kind in words. */
export function ruleTitle({ rule: id, side }: Alarm, rules: readonly AlarmRule[], { t, say }: Words): string {
  const rule = rules.find((one) => one.id === id)
  if (rule?.title) return say(rule.title)
  const kind =
    rule?.kind ?? (side === 'silence' ? 'silence' : side === 'rise' || side === 'fall' ? 'rate' : 'threshold')
  return t(`sensing.rule.unnamed.${kind}`)
}

/**
 * What happened: the value against the limit of the rule, or since when nothing was heard. A reading that is back inside,
 * but by less than the margin of the rule, is said to be, with where the alarm clears.
 */
export function breachWords(
  { side, value, limit, rule: id, since }: Alarm,
  unit: string | null,
  rules: readonly AlarmRule[],
  now: number,
  words: Words,
): string {
  const { t, language } = words
  const rule = rules.find((one) => one.id === id)
  const said = {
    value: quantityWords(value === null ? null : Math.abs(value), unit, words),
    limit: quantityWords(limit, unit, words),
  }
  switch (side) {
    case 'above':
    case 'below': {
      const reading = quantityWords(value, unit, words)
      if (value === null || limit === null || (side === 'above' ? value > limit : value < limit)) {
        return t(`sensing.rule.${side}`, { value: reading, limit: said.limit })
      }
      const margin = rule?.kind === 'threshold' ? rule.margin : 0
      const clears = quantityWords(side === 'above' ? limit - margin : limit + margin, unit, words)
      return t(`sensing.rule.${side}Inside`, { value: reading, limit: said.limit, clears })
    }
    case 'rise':
    case 'fall':
      return t(`sensing.rule.${side}`, { ...said, minutes: rule?.kind === 'rate' ? rule.minutes : '—' })
    case 'silence':
      return t('sensing.rule.silence', { time: formatWhen(since, language, now) })
  }
}
