import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Sparkbar } from '#ui/Sparkbar.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { CurrentFigure } from '#views/cards/CurrentFigure.tsx'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import type { Door } from '#views/doors/door.ts'
import { useDoors } from '#views/doors/useDoors.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { useBlindGrids } from './useBlindGrids'

/** The list of them stands beside the map that senses. */
const GRIDS: Door = { to: 'tool', desk: 'plan', map: 'sensing', tool: 'sensing' }

/** In how many grids nothing senses, and which kinds of device are missing most. */
export function BlindGridsCard({ spec }: { readonly spec: CardOf<'blind-grids'> }) {
  const words = useWords()
  const { t, language, say } = words
  const city = useCity()
  const scope = useView((view) => view.scope)
  const room = useCardRoom()
  const open = useDoors()
  const { feed, devices } = spec
  // What is judged is the devices: their age is that of the answer.
  const { now, ...standing } = useFeedStanding(devices[0] ?? feed)
  const { answer, fault } = useBlindGrids(feed, devices, null)
  const title = scopeTitle(city, scope, words)
  const figure = (count: number) => formatNumber(count, language)
  const kinds = answer?.kinds.slice(0, spec.limit * room) ?? []
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={GRIDS}
      notes={[title]}
      skeleton={<Skeleton shape="figure" />}
    >
      {answer &&
        standing.reading &&
        (answer.grids === 0 ? (
          <CardMessage tone="quiet">{t('sensing.grids.noGrids', { scope: title })}</CardMessage>
        ) : (
          <>
            <CurrentFigure
              value={{ figure: figure(answer.blind.length), unit: `/ ${figure(answer.grids)}` }}
              current={!isOutOfDate(standing)}
              size="body"
              door={GRIDS}
            />
            <CardMessage tone="quiet">
              {answer.blind.length === 0
                ? t('sensing.grids.none')
                : t('sensing.grids.count', { grids: answer.grids, blind: answer.blind.length })}
            </CardMessage>
            <Sparkbar
              label={t('sensing.grids.byKind')}
              items={kinds.map(({ kind, bare, dark }) => ({
                key: kind,
                label: valueWord(kind, language),
                value: bare + dark,
                text: figure(bare + dark),
                color: 'var(--gap)',
                onOpen: () => open(GRIDS),
              }))}
            />
          </>
        ))}
    </FeedCard>
  )
}
