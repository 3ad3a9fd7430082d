import { useId, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { LineList } from '#ui/LineList.tsx'
import { Select } from '#ui/Select.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { valueWord } from '#views/facts/propertyWord.ts'
import { SketchLegend } from '#views/layers/SketchLegend.tsx'
import { useSketch } from '#views/sketches/useSketches.ts'
import { BlindGridLine } from './BlindGridLine'
import { blindGridSketch } from './blindGridSketch'
import styles from './SensingPanel.module.css'
import { useBlindGrids } from './useBlindGrids'

const SHOWN = 100

/** Where nothing senses: the blind grids of the scope, for devices of any kind or of one, as a list and on the map. */
export function BlindGridsPanel({ grids, devices }: { readonly grids: string; readonly devices: readonly string[] }) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const scope = useView((view) => view.scope)
  const [kind, setKind] = useState<string | null>(null)
  const [marked, setMarked] = useState(false)
  const choice = useId()
  const { answer, fault } = useBlindGrids(grids, devices, kind)
  const sketch = useMemo(
    () => (answer && marked ? blindGridSketch(grids, answer, words) : null),
    [grids, answer, marked, words],
  )
  useSketch(sketch)
  if (fault !== null) return <CardMessage tone="failing">{t('cards.answerFailed', { why: fault })}</CardMessage>
  if (!answer) return <Skeleton shape="lines" lines={5} />
  return (
    <div className={styles.grids}>
      <div className={styles.bar}>
        <label htmlFor={choice}>{t('sensing.grids.choose')}</label>
        <Select id={choice} value={kind ?? ''} onChange={(event) => setKind(event.target.value || null)}>
          <option value="">{t('sensing.grids.any')}</option>
          {answer.kinds.map((each) => (
            <option key={each.kind} value={each.kind}>
              {valueWord(each.kind, language)}
            </option>
          ))}
        </Select>
        <label className={styles.check}>
          <input type="checkbox" checked={marked} onChange={(event) => setMarked(event.target.checked)} />
          {t('sensing.grids.show')}
        </label>
        {sketch && <SketchLegend sketches={[sketch]} />}
      </div>
      {answer.grids === 0 ? (
        <p className={styles.note}>{t('sensing.grids.noGrids', { scope: scopeTitle(city, scope, words) })}</p>
      ) : (
        <p role="status">{t('sensing.grids.count', { grids: answer.grids, blind: answer.blind.length })}</p>
      )}
      {answer.grids > 0 && answer.blind.length === 0 && <p className={styles.note}>{t('sensing.grids.none')}</p>}
      <LineList label={t('sensing.grids.list')}>
        {answer.blind.slice(0, SHOWN).map((grid) => (
          <BlindGridLine key={grid.mapId} feed={grids} grid={grid} />
        ))}
      </LineList>
      {answer.blind.length > SHOWN && (
        <p className={styles.note}>{t('sensing.grids.more', { count: answer.blind.length - SHOWN })}</p>
      )}
    </div>
  )
}
