import { useWords } from '#i18n/useWords.ts'
import { Card } from '#ui/Card.tsx'
import { CardMessage } from './CardMessage'

/** A card that the catalog asks for and that cannot be shown: it stays visible and names every fault. */
export function FaultyCard({ kind, faults }: { readonly kind: string; readonly faults: readonly string[] }) {
  const { t } = useWords()
  return (
    <Card title={t('cards.faulty', { kind })}>
      {faults.map((fault) => (
        <CardMessage key={fault} tone="failing">
          {fault}
        </CardMessage>
      ))}
    </Card>
  )
}
