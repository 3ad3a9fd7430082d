import { useWords } from '#i18n/useWords.ts'
import { unframe } from '#state/incident.ts'
import type { FeatureRef } from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { featureName } from '#views/facts/featureName.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'

/** The way from a resource back to what is being dealt with; nothing where that is gone. */
export function BackToIncident({ incident }: { readonly incident: FeatureRef }) {
  const { t, language } = useWords()
  const { data } = useFeatureDetail(incident)
  if (!data) return null
  return (
    <Button
      icon="left"
      onClick={() => {
        unframe()
        pickFeature(data)
      }}
    >
      {t('shell.respond.back', { name: featureName(data, language) ?? data.id })}
    </Button>
  )
}
