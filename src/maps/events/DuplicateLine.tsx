import type { DuplicateGroup } from '#engine/cases/caseVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { useWords } from '#i18n/useWords.ts'
import { OpenLine } from '#ui/LineList.tsx'
import { listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'

interface Props {
  readonly feed: string
  readonly group: DuplicateGroup
}

/** Cases that may be one matter: the first by name, how many, how near. A click selects it; its sheet lists the others. */
export function DuplicateLine({ feed, group }: Props) {
  const { t, language } = useWords()
  const open = useOpenFeature()
  const { cases, metres, minutes } = group
  const [first] = cases
  if (!first) return null
  const { mapId } = first

  return (
    <OpenLine
      name={t('events.duplicates.group', { name: listedName(first, language), count: cases.length })}
      onOpen={() => open(feed, mapId)}
    >
      {t('events.duplicates.apart', {
        distance: t('shell.distance.metres', { n: Math.ceil(metres) }),
        time: formatSpan(minutes * 60_000, language),
      })}
    </OpenLine>
  )
}
