import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { faultText } from '#city/faultText.ts'
import { DATUMS, type Datum, datumName } from '#core/model/datum.ts'
import { useWords } from '#i18n/useWords.ts'
import { useDatum } from '#state/datum.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { downloadBlob, fileStem } from './download'

interface Props {
  /** What the file is called by. */
  readonly name: string
  readonly label: string
  readonly file: (datum: Datum) => Promise<Blob>
  /** The button shows the form alone. */
  readonly short?: boolean
  readonly disabled?: boolean
  /** Says a fault in other words. */
  readonly failure?: (fault: string) => string
}

/** Takes features elsewhere as GeoJSON; the file states the datum that is chosen here. */
export function TakeMap({ name, label, file, short, disabled, failure = (fault) => fault }: Props) {
  const { world } = useCity()
  const { t } = useWords()
  const datum = useDatum((state) => state.datum)
  const [fault, setFault] = useState<string | null>(null)
  async function take(): Promise<void> {
    const stem = fileStem(name, world)
    downloadBlob(`${datum === 'wgs84' ? stem : `${stem}.${datum}`}.geojson`, await file(datum))
  }
  return (
    <>
      <Button
        quiet
        icon="download"
        aria-label={label}
        disabled={disabled}
        onClick={() => {
          setFault(null)
          take().catch((error: unknown) => setFault(faultText(error)))
        }}
      >
        {short ? 'GeoJSON' : label}
      </Button>
      <Select
        aria-label={t('out.datum')}
        value={datum}
        disabled={disabled}
        onChange={({ target }) => useDatum.setState({ datum: DATUMS.find((each) => each === target.value) ?? 'wgs84' })}
      >
        {DATUMS.map((each) => (
          <option key={each} value={each}>
            {datumName(each)}
          </option>
        ))}
      </Select>
      {fault !== null && <span role="alert">{t('desk.table.exportFailed', { why: failure(fault) })}</span>}
    </>
  )
}
