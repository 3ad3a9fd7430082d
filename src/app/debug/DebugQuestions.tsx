import { useEvaluationProgress } from '#city/evaluationProgress.ts'
import type { World } from '#core/model/world.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { useWorldOnShow } from '#state/world.ts'
import { FactList } from '#ui/FactList.tsx'
import styles from './DebugPanel.module.css'
import { useQueryCache } from './useQueryCache'
import { worldsAsked } from './worldsAsked'

/** The world on show, the questions under way, and the worlds that the cache has questions about. */
export function DebugQuestions() {
  const words = useWords()
  const { t } = words
  const world = useWorldOnShow()
  const { done, of } = useEvaluationProgress()
  const queries = useQueryCache()
  const open = queries.filter(({ fetching }) => fetching).length
  return (
    <>
      <h3 className={styles.group}>{t('debug.questions')}</h3>
      <FactList
        facts={[
          { label: t('debug.onShow'), value: worldWords(world, words) },
          { label: t('debug.open'), value: t('debug.openOf', { open, all: queries.length }) },
          { label: t('debug.evaluation'), value: of === 0 ? t('debug.unknown') : t('debug.rows', { done, of }) },
          ...worldsAsked(queries).map((asked) => ({
            label: worldWords(asked.world, words),
            value: t('debug.openOf', { open: asked.open, all: asked.questions }),
          })),
        ]}
      />
    </>
  )
}

function worldWords(world: World, words: Words): string {
  const { t, language } = words
  switch (world.kind) {
    case 'now':
      return t('debug.world.now')
    case 'past':
      return t(`debug.world.${world.axis}`, { time: formatTime(world.at, language) })
    case 'plan':
      return t('debug.world.plan', { title: world.title, base: worldWords(world.base, words) })
  }
}
