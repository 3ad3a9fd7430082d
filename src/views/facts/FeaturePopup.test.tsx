import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import type { FeatureRef } from '#state/selection.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { FeaturePopup } from './FeaturePopup'

/** The popup of features by id, once their feed is read. */
function PopupOf({ ids }: { readonly ids: readonly string[] }) {
  const { engine } = useCity()
  const ready = useFeed('schools').status === 'success'
  const [features, setFeatures] = useState<readonly FeatureRef[]>([])
  useEffect(() => {
    if (!ready) return
    void Promise.all(ids.map((id) => engine.find('schools', id))).then((found) =>
      setFeatures(found.flatMap((detail) => (detail ? [{ feed: 'schools', mapId: detail.mapId, id: detail.id }] : []))),
    )
  }, [engine, ready, ids])
  return features.length > 0 ? <FeaturePopup features={features} /> : null
}

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
})
