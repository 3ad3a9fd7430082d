import { describe, expect, it } from 'vitest'
import { mqttBroker } from '../servers/mqttBroker'
import { sharedBrowser } from './browser'
import { dots, livingCity, livingFeed, pointFeature } from './livingCity'
import { isoTime } from './shanghai'
import { renderedFeatures, visit } from './visit'

const browser = sharedBrowser()
const CARD = '有多少台水泵？'
const TOPIC = 'city/pumps'

const pump = (nth: number, value: number) =>
  pointFeature(`P-${nth}`, nth, { name: `水泵 ${nth}`, value, time: isoTime(Date.now()) })

describe('a feed by MQTT over WebSocket', () => {
  it('brings a change of a real broker to the page, under the policy of the page', async () => {
    const broker = await mqttBroker()
    const city = await livingCity({
      connect: [new URL(broker.url).origin],
      feeds: [
        livingFeed('pumps', {
          record: 'device',
          title: { zh: '水泵', en: 'Pumps' },
          live: { type: 'mqtt', url: broker.url, topic: TOPIC, heartbeatSeconds: 30 },
        }),
      ],
      layers: [dots('pumps', 'pumps'), dots('running', 'pumps', { filter: ['==', ['get', 'value'], 1] })],
      maps: [
        {
          id: 'sensing',
          layers: ['pumps', 'running'],
          cards: [
            { kind: 'total', feed: 'pumps', title: CARD, unit: '台' },
            { kind: 'total', feed: 'pumps', sum: 'value', title: '有几台在转？', unit: '台' },
          ],
        },
      ],
    })
    city.server.put('pumps', pump(1, 0), pump(2, 0))
    const { page, complaints, close } = await visit(browser(), `${city.url}#/screen/sensing`)
    try {
      const all = page.getByRole('article', { name: CARD })
      const running = page.getByRole('article', { name: '有几台在转？' })
      await all.getByText('2', { exact: true }).waitFor({ timeout: 60_000 })
      await running.getByText('0', { exact: true }).waitFor()
      await page
        .getByRole('banner')
        .getByRole('button', { name: /数据源/ })
        .click()
      const row = page.getByRole('dialog').getByRole('rowgroup').filter({ hasText: '水泵' })
      await row.getByText('实时接收').waitFor({ timeout: 30_000 })
      await page.keyboard.press('Escape')
      expect(broker.subscribed()).toBe(1)
      expect(await renderedFeatures(page, 'running')).toBe(0)

      await broker.publish(TOPIC, JSON.stringify(pump(1, 1)))
      await running.getByText('1', { exact: true }).waitFor({ timeout: 30_000 })
      await expect.poll(() => renderedFeatures(page, 'running'), { timeout: 30_000 }).toBeGreaterThan(0)
      await broker.publish(TOPIC, JSON.stringify(pump(3, 0)))
      await all.getByText('3', { exact: true }).waitFor({ timeout: 30_000 })
      await broker.publish(TOPIC, JSON.stringify({ id: 'P-1', deleted: true }))
      await running.getByText('0', { exact: true }).waitFor({ timeout: 30_000 })
      await all.getByText('2', { exact: true }).waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
      await city.close()
      await broker.close()
    }
  })
})
