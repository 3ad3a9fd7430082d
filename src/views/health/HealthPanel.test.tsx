import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useFeeds } from '#city/useFeed.ts'
import { noteMapFault } from '#state/mapFaults.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { Banners } from './Banners'
import { HealthTable } from './HealthPanel'
import { closeHealthPanel, useHealthPanelState } from './healthPanelState'

const ALL = ['schools', 'sites', 'gone']

function Reading() {
  useFeeds(ALL)
  return <HealthTable />
}

const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr')!

describe('data health', () => {
  it('has not read a feed that nobody asked for', async () => {
    await renderWithCity(<HealthTable />)
    expect(screen.getAllByText('未读取')).toHaveLength(4)
    expect(screen.getByRole('status').textContent).toBe(
      '目录有 4 个数据源，其中 0 个正常，4 个未读取；读到的数据共隔离 0 条要素，其余照常使用。',
    )
  })

  it('judges coordinate systems by roads, and says so where there are none', async () => {
    await renderWithCity(<HealthTable />)
    await userEvent.click(screen.getByRole('button', { name: '检查坐标系' }))
    await screen.findByText('没有读到道路数据源，无从对照。')
  })

  it('says in words how each feed stands, whose it is and what the door made of it', async () => {
    await renderWithCity(<Reading />)
    await screen.findByText('读取失败')
    // Data of 07:30, read at 08:00, a cycle of an hour: current.
    const schools = within(rowOf('学校'))
    expect(schools.getByText('正常')).toBeTruthy()
    expect(schools.getByText('市教育局')).toBeTruthy()
    expect(schools.getByText('30 分钟前')).toBeTruthy()
    // Data of two days before, valid for one day.
    expect(within(rowOf('基站')).getByText('过期')).toBeTruthy()
    expect(within(rowOf('失联源')).getByText(/503.*没有可用的旧数据/)).toBeTruthy()
    expect(screen.getByRole('status').textContent).toContain(
      '4 个数据源，其中 1 个正常，1 个未读取；读到的数据共隔离 1 条',
    )
  })

  it('opens the quarantined features with index, id, field and reason', async () => {
    const user = userEvent.setup()
    await renderWithCity(<Reading />)
    await screen.findByText('读取失败')
    await user.click(screen.getByRole('button', { name: /查看 基站 的隔离要素/ }))
    const list = screen.getByRole('table', { name: '基站：隔离的要素' })
    const cells = within(list)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    expect(cells.slice(0, 3)).toEqual(['1', 'b2', 'footprint.radius'])
    expect(cells[3]).toMatch(/半径/)
  })

  it('warns of secrets in the catalog by place, and shows none of them', async () => {
    await renderWithCity(<Reading />, { query: '?token=hunter2' })
    await screen.findByText('读取失败')
    expect(screen.getByText(/目录中有地址带有口令或密钥/).textContent).toContain('feeds[1].source.url')
    // The address of the feed that failed is among the words on the screen.
    expect(document.body.textContent).toContain('token=***')
    expect(document.body.textContent).not.toContain('hunter2')
  })

  it.each([
    ['zh-CN', '目录中有 4 个地址带有口令或密钥，打开本页的人都能读到。', '查看', '收起'],
    [
      'en',
      '4 addresses of the catalog carry a password or a key: whoever opens this page can read them.',
      'Show',
      'Dismiss',
    ],
  ] as const)(
    'a banner says so at once, leads to data health and can be put away: %s',
    async (language, said, show, away) => {
      const user = userEvent.setup()
      await renderWithCity(<Banners />, { language, query: '?token=hunter2' })
      const banner = within(screen.getByText(said).parentElement!)
      expect(document.body.textContent).not.toContain('hunter2')
      await user.click(banner.getByRole('button', { name: show }))
      expect(useHealthPanelState.getState().open).toBe(true)
      closeHealthPanel()
      await user.click(banner.getByRole('button', { name: away }))
      expect(screen.queryByText(said)).toBeNull()
    },
  )

  it('no banner of secrets where the catalog has none', async () => {
    await renderWithCity(<Banners />)
    expect(screen.getByRole('region', { name: '提示' }).textContent).toBe('')
  })

  it('names what the map could not draw, by its feed', async () => {
    noteMapFault({ source: 'sites~sites', message: 'Given varint does not fit into 10 bytes' })
    noteMapFault({ source: null, message: 'no style' })
    await renderWithCity(<Reading />)
    const list = within(screen.getByRole('region', { name: '地图未能绘制' })).getAllByRole('listitem')
    expect(list.map(({ textContent }) => textContent)).toEqual([
      '基站：Given varint does not fit into 10 bytes',
      '地图：no style',
    ])
  })

  it('speaks English', async () => {
    await renderWithCity(<Reading />, { language: 'en' })
    expect(await screen.findByText('Failing')).toBeTruthy()
    expect(screen.getByText('Stale')).toBeTruthy()
    expect(within(rowOf('Schools')).getByText('30 min ago')).toBeTruthy()
  })
})
