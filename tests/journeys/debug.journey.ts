import { expect, inject, it } from 'vitest'
import { axe } from './axe'
import { sharedBrowser } from './browser'
import { visit } from './visit'

const browser = sharedBrowser()
const url = inject('appUrl')

it('with ?debug in the address the page says what it does, over the map alone, until it is closed', async () => {
  const scripts: string[] = []
  const { page, complaints, close } = await visit(browser(), `${url}?debug#/plan/events`)
  try {
    const panel = page.getByRole('region', { name: '调试' })
    await panel.getByText('平均帧（5 秒）').waitFor()
    await panel
      .getByText(/^\d+(\.\d)? 毫秒$/)
      .first()
      .waitFor()
    await panel.getByText('实时接收').first().waitFor()
    expect(await axe(page)).toEqual([])

    // On the wall it is folded to its title, and over none of the cards.
    await page.goto(`${url}?debug&wall#/screen/events`)
    await panel.getByRole('button', { name: '展开调试面板' }).click({ timeout: 60_000 })
    const box = await panel.boundingBox()
    const rails = await page.getByRole('complementary').all()
    expect(rails.length).toBe(2)
    for (const rail of rails) {
      const at = await rail.boundingBox()
      if (!box || !at) throw new Error('not laid out')
      expect(box.x >= at.x + at.width || box.x + box.width <= at.x).toBe(true)
    }
    expect(await axe(page)).toEqual([])
    await panel.getByRole('button', { name: '关闭调试面板' }).click()
    expect(await panel.count()).toBe(0)
    expect(complaints).toEqual([])

    page.on('request', (request) => void scripts.push(request.url()))
    await page.goto(`${url}#/plan/events`)
    await page.getByRole('button', { name: /数据源正常/ }).waitFor({ timeout: 60_000 })
    expect(scripts.filter((script) => /DebugPanel/.test(script))).toEqual([])
  } finally {
    await close()
  }
})
