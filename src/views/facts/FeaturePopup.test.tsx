import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { type MapRef, NO_SELECTION, select, selectionOf, useSelection } from '#state/selection.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { type OwnSketch, useSketch } from '../sketches/useSketches'
import { FeaturePopup } from './FeaturePopup'

interface PopupOfProps {
  readonly ids: readonly string[]
  /** What lies with them. */
  readonly also?: readonly MapRef[]
  readonly hasSheet?: (ref: MapRef) => boolean
}

/** The popup of features by id, once their feed is read. */
function PopupOf({ ids, also = NONE, hasSheet = () => false }: PopupOfProps) {
  const { engine } = useCity()
  const ready = useFeed('schools').status === 'success'
  const [features, setFeatures] = useState<readonly MapRef[]>([])
  useEffect(() => {
    if (!ready) return
    void Promise.all(ids.map((id) => engine.find('schools', id))).then((found) =>
      setFeatures(found.flatMap((detail) => (detail ? [{ feed: 'schools', mapId: detail.mapId, id: detail.id }] : []))),
    )
  }, [engine, ready, ids])
  const all = [...also, ...features]
  return features.length === ids.length ? <FeaturePopup features={all} hasSheet={hasSheet} /> : null
}

/** A sketch of the gap of a school, and its popup with what else lies there. */
function WithGap(props: PopupOfProps) {
  useSketch(GAPS)
  return <PopupOf {...props} also={GAP} />
}

const GAPS: OwnSketch = {
  id: 'gaps',
  title: '缺口',
  group: 'gap',
  source: { kind: 'url', url: 'blob:gaps' },
  style: [],
  legend: [],
  pickable: true,
  describe: ({ subject, area }, { language }) => ({
    title: language === 'en' ? `Gap of ${subject}` : `${subject} 的缺口`,
    lines: [`${area} m²`],
    about: { feed: 'schools', id: String(subject) },
  }),
}
const GAP: readonly MapRef[] = [{ sketch: 'gaps', mapId: 0, properties: { subject: 's1', area: 40 } }]
const NONE: readonly never[] = []
const HOSTILE = ['s3']
const ONE = ['s1']
const TWO = ['s1', 's2']

describe('feature popup', () => {
  it('shows markup in the data as the text it is', async () => {
    await renderWithCity(<PopupOf ids={HOSTILE} />)
    expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy()
    expect(screen.getByText('<b>中学</b>')).toBeTruthy()
    expect(document.querySelector('img, b')).toBeNull()
  })

  it('says kind, properties in words, data time with age, and the source', async () => {
    await renderWithCity(<PopupOf ids={ONE} />)
    await screen.findByRole('heading', { name: '第一小学' })
    expect(screen.getByText('学生数')).toBeTruthy()
    expect(screen.getByText('900')).toBeTruthy()
    expect(screen.getByText(/9月1日 07:30 · 30 分钟前/)).toBeTruthy()
    expect(screen.getByText(/来源 学校 · 市教育局/)).toBeTruthy()
  })

  it('says nothing of freshness while its feed is live', async () => {
    // Promised hourly, of 07:30; it is 08:00.
    await renderWithCity(<PopupOf ids={ONE} />)
    await screen.findByRole('heading', { name: '第一小学' })
    expect(screen.queryByText(/滞后|过期|时间不明/)).toBeNull()
  })

  it('lists several features in one place, opens one and goes back', async () => {
    const user = userEvent.setup()
    await renderWithCity(<PopupOf ids={TWO} />)
    expect(await screen.findByText('此处 2 项')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: /第二小学/ }))
    expect(await screen.findByRole('heading', { name: '第二小学' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '返回列表' }))
    await waitFor(() => expect(screen.queryByRole('heading', { name: '第二小学' })).toBeNull())
    expect(screen.getByRole('button', { name: /第一小学/ })).toBeTruthy()
  })

  it('says of a sketch what its owner says, and goes on to the feature it is about', async () => {
    await renderWithCity(<WithGap ids={NONE} />)
    expect(await screen.findByRole('heading', { name: 's1 的缺口' })).toBeTruthy()
    expect(screen.getByText('缺口')).toBeTruthy()
    expect(screen.getByText('40 m²')).toBeTruthy()
  })

  it('says it in English', async () => {
    await renderWithCity(<WithGap ids={NONE} />, { language: 'en' })
    expect(await screen.findByRole('heading', { name: 'Gap of s1' })).toBeTruthy()
  })

  it('lists a sketch and a feature in one place, and opens either; the sketch leads to its feature', async () => {
    const user = userEvent.setup()
    await renderWithCity(<WithGap ids={ONE} />)
    expect(await screen.findByText('此处 2 项')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 's1 的缺口 缺口' }))
    await user.click(await screen.findByRole('button', { name: '查看所属要素' }))
    await waitFor(() =>
      expect(useSelection.getState().selection).toMatchObject({
        kind: 'feature',
        feature: { feed: 'schools', id: 's1' },
      }),
    )
    await user.click(screen.getByRole('button', { name: '返回列表' }))
    await user.click(screen.getByRole('button', { name: /第一小学/ }))
    expect(await screen.findByRole('heading', { name: '第一小学' })).toBeTruthy()
  })

  it('selects what a panel beside the map shows, and opens a sketch where it stands', async () => {
    const user = userEvent.setup()
    await renderWithCity(<WithGap ids={ONE} hasSheet={(ref) => 'feed' in ref} />)
    select(selectionOf([...GAP, { feed: 'schools', mapId: 1, id: 's1' }], [117.1, 35.4]))
    await user.click(await screen.findByRole('button', { name: 's1 的缺口 缺口' }))
    expect(await screen.findByRole('heading', { name: 's1 的缺口' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '返回列表' }))
    await user.click(screen.getByRole('button', { name: /第一小学/ }))
    expect(useSelection.getState().selection).toMatchObject({
      kind: 'feature',
      feature: { id: 's1' },
      at: [117.1, 35.4],
    })
    select(NO_SELECTION)
  })
})
