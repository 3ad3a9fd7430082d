import { type FormEvent, useId, useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { propertyWord } from '#views/facts/propertyWord.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import styles from './ScenarioPanel.module.css'

type Plain = string | number | boolean
type Properties = Readonly<Record<string, unknown>>

/** What a feature is known by: it is not changed. */
const OWN = new Set(['id', 'time'])
/** Of so few different values of the feed one is chosen. */
const FEW = 12

const isPlain = (value: unknown): value is Plain => ['string', 'number', 'boolean'].includes(typeof value)

interface Props {
  readonly feed: string
  readonly properties: Properties
  /** Hears of what is another value than before, null for what was emptied. */
  readonly onApply: (patch: Readonly<Record<string, Plain | null>>) => void
}

/** The properties of a feature, each as what it is: a number, yes or no, one of few words, or a text. */
export function PropertiesForm({ feed, properties, onApply }: Props) {
  const { t, language } = useWords()
  const { catalog } = useCity()
  const words = useMemo(() => classWords(catalog, feed), [catalog, feed])
  const form = useId()
  const fields = useMemo(
    () =>
      Object.entries(properties).flatMap(([name, value]) =>
        !OWN.has(name) && isPlain(value) ? [{ name, value }] : [],
      ),
    [properties],
  )
  const texts = useMemo(() => fields.flatMap(({ name, value }) => (typeof value === 'string' ? [name] : [])), [fields])
  const { answer } = useAnswer({
    feeds: [feed],
    key: ['values', feed, texts],
    ask: async (city) => {
      const lists = await Promise.all(texts.map(async (by) => [by, await city.breakdown({ feed, by })] as const))
      return new Map(
        lists.map(([name, values]) => [
          name,
          values.some(({ count }) => count > 1) ? values.flatMap(({ value }) => (value === '' ? [] : [value])) : [],
        ]),
      )
    },
  })

  function apply(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const patch: Record<string, Plain | null> = {}
    for (const { name, value } of fields) {
      const text = String(given.get(name) ?? '')
      const now =
        text === ''
          ? null
          : typeof value === 'number'
            ? Number(text)
            : typeof value === 'boolean'
              ? text === 'true'
              : text
      if (now !== value) patch[name] = now
    }
    if (Object.keys(patch).length > 0) onApply(patch)
  }

  return (
    <form className={styles.form} onSubmit={apply}>
      {fields.map(({ name, value }) => {
        const choices = typeof value === 'boolean' ? ['true', 'false'] : (answer?.get(name) ?? [])
        const id = `${form}-${name}`
        return [
          <label key={id} htmlFor={id}>
            {propertyWord(name, language)}
          </label>,
          typeof value !== 'number' && choices.length > 1 && choices.length <= FEW ? (
            <select key={name} id={id} name={name} defaultValue={String(value)}>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {typeof value === 'boolean'
                    ? t(choice === 'true' ? 'scenarios.yes' : 'scenarios.no')
                    : sayValue(name, choice, language, words)}
                </option>
              ))}
            </select>
          ) : (
            <input
              key={name}
              id={id}
              name={name}
              type={typeof value === 'number' ? 'number' : 'text'}
              step="any"
              defaultValue={String(value)}
            />
          ),
        ]
      })}
      <Button type="submit">{t('scenarios.apply')}</Button>
    </form>
  )
}
