import { ratingRank } from '#core/robustness/ratings.ts'
import type { AxisAnswer, Flip, NumberAxis, Robustness, SweepAxis, SweptRating } from '#core/robustness/robustness.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import type { Words } from '#i18n/useWords.ts'
import { starName } from '#views/standing/standing.ts'
import type { Names } from '../words/reasonWords'

type Swept = Extract<Robustness, { kind: 'swept' }>

/** “覆盖门槛”. */
function axisName(axis: SweepAxis, { t, say }: Words): string {
  return axis.kind === 'scope' ? t('robustness.axes.scope') : say(axis.words)
}

/** “覆盖门槛”; the metrics it is set for are named where a row has several. */
export function axisWords(axis: SweepAxis, words: Words, names: Names, several: boolean): string {
  const { t } = words
  const name = axisName(axis, words)
  if (axis.kind === 'scope' || !several) return name
  return t('robustness.axes.ofMetrics', {
    axis: name,
    metrics: axis.metrics.map(names.part).join(t('indicators.next.comma')),
  })
}

/** A scope's title; null is the whole city. */
export function scopeWords(id: string | null, { t }: Words, names: Names): string {
  return id === null ? t('indicators.inspector.wholeCity') : names.scope(id)
}

/** A value of an axis: “70%”, “0.9 倍”, “10⁻⁶”. */
export function valueWords(as: NumberAxis['as'], value: number, { t, language }: Words): string {
  switch (as) {
    case 'share':
      return `${formatNumber(value * 100, language, { decimals: 1 })}%`
    case 'plain':
      return formatNumber(value, language)
    case 'factor':
      return t('robustness.times', { factor: formatNumber(value, language) })
    case 'forgiven':
      return powerWords(value)
  }
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised]),
)

/** A small number as a power of ten: 1e-6 is “10⁻⁶”. */
function powerWords(value: number): string {
  if (value === 0) return '0'
  const [factor, exponent = ''] = value.toExponential().split('e')
  const power = `10${exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => SUPERSCRIPTS[digit] ?? digit)}`
  return factor === '1' ? power : `${factor}×${power}`
}

/** “105 of 140 settings keep four stars or more”. */
export function holdingWords({ base, settings, holding, distribution }: Swept, words: Words): string {
  const { t } = words
  if (base.kind === 'below') {
    const count = distribution.stars.reduce((sum, each) => sum + each, 0)
    return t('robustness.reaches', { of: settings, count })
  }
  const said = { of: settings, count: holding, star: starName(base.star, words) }
  return base.star === 5 ? t('robustness.holds', said) : t('robustness.holdsOrMore', said)
}

/** Which parameter moves the star first, and which most often. */
export function leadWords({ axes, first, most }: Swept, words: Words): string {
  const { t } = words
  const leader = first === null ? undefined : axes[first]
  const mover = most === null ? undefined : axes[most]
  if (!leader || !mover) return t('robustness.lead.none')
  const axis = axisName(leader.axis, words)
  if (leader === mover) return t('robustness.lead.both', { axis, ...leader.weight })
  return [
    t('robustness.lead.first', { axis }),
    t('robustness.lead.most', { axis: axisName(mover.axis, words), ...mover.weight }),
  ].join(t('indicators.next.separator'))
}

/** Which parameters alone can lower the star; an empty text where there is no star to lower, or nothing moves it. */
export function dropWords({ axes, base, first }: Swept, words: Words): string {
  const { t } = words
  if (base.kind === 'below' || first === null) return ''
  const lowering = axes.filter(({ weight }) => weight.drops > 0).map(({ axis }) => axisName(axis, words))
  if (lowering.length === 0) return t('robustness.lead.noDrop')
  return t('robustness.lead.drops', { axes: [...new Set(lowering)].join(t('indicators.next.comma')) })
}

/** How the settings were made, and how many of them are unknown. */
export function designWords({ axes, design, distribution }: Swept, words: Words): string {
  const { t } = words
  const [only] = axes
  const made =
    design === 'one-at-a-time'
      ? t('robustness.design.single')
      : only && axes.length === 1
        ? t('robustness.design.only', { axis: axisName(only.axis, words) })
        : t('robustness.design.full', { axes: axes.length })
  const { unknown } = distribution
  return unknown > 0 ? [made, t('robustness.unknown', { count: unknown })].join(t('indicators.next.separator')) : made
}

/** What one parameter alone does to the star, a sentence each. */
export function flipWords(answer: AxisAnswer, base: SweptRating, words: Words, names: Names): readonly string[] {
  const { t } = words
  const axis = axisName(answer.axis, words)
  const comma = t('indicators.next.comma')
  if (answer.kind === 'scope') {
    const scopesWhere = (fits: (rating: SweptRating) => boolean) =>
      answer.cells.flatMap(({ value, rating }) => (fits(rating) ? [scopeWords(value, words, names)] : [])).join(comma)
    const changes = new Set(answer.cells.map(({ rating }) => changeWords(rating, base, words)).filter(Boolean))
    const moves = [...changes].map((change) =>
      t('robustness.moves', { change, scopes: scopesWhere((rating) => changeWords(rating, base, words) === change) }),
    )
    const unknown = scopesWhere(({ kind }) => kind === 'unknown')
    if (unknown) moves.push(t('robustness.unknownScopes', { scopes: unknown }))
    return moves.length > 0 ? moves : [t('robustness.stays', { axis })]
  }
  const { cells, upward, downward } = answer
  const { as } = answer.axis
  const said = (flip: Flip) => ({
    axis,
    value: valueWords(as, flip.value, words),
    change: changeWords(flip.rating, base, words),
  })
  const sentences: string[] = []
  if (upward) sentences.push(t('robustness.rises', said(upward)))
  if (downward) sentences.push(t('robustness.falls', said(downward)))
  const unknown = cells.filter(({ rating }) => rating.kind === 'unknown')
  if (unknown.length > 0) {
    const values = unknown.map(({ value }) => valueWords(as, value, words)).join(comma)
    sentences.push(t('robustness.unknownAt', { values }))
  }
  return sentences.length > 0 ? sentences : [t('robustness.stays', { axis })]
}

/** “降为三星”; an empty text where nothing is known to change. */
function changeWords(rating: SweptRating, base: SweptRating, words: Words): string {
  const [now, then] = [ratingRank(base), ratingRank(rating)]
  if (now === null || then === null || now === then) return ''
  if (then === 0) return words.t('robustness.change.below')
  const star = starName(then, words)
  return then > now ? words.t('robustness.change.up', { star }) : words.t('robustness.change.down', { star })
}
