import { useWords } from '#i18n/useWords.ts'
import { type StarLevel, StarMeter } from '#ui/StarMeter.tsx'
import { type Standing, standingWords } from './standing'

/** The level a meter shows for a standing. */
function levelOf(standing: Standing): StarLevel {
  if (standing.kind !== 'star') return standing.kind
  const levels: readonly StarLevel[] = [1, 2, 3, 4, 5]
  return levels[standing.star - 1] ?? 'unknown'
}

interface Props {
  readonly standing: Standing
  readonly size?: 'small' | 'large'
}

/** How a row stands as a star meter, named in words. */
export function StandingMark({ standing, size = 'small' }: Props) {
  return <StarMeter level={levelOf(standing)} label={standingWords(standing, useWords())} size={size} />
}
