import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { NOW as PRESENT } from '#core/model/world.ts'
import { useSelection } from '#state/selection.ts'
import { showWorld } from '#state/world.ts'
import { CaseAtDesk, NOW, renderAtDesk } from './deskFixture'

afterEach(() => showWorld(PRESENT))

const lineOf = (stage: string) =>
  within(screen.getByRole('region', { name: '七个阶段' }))
    .getByText(stage)
    .closest('li')!

describe('a case at the desk', () => {
  it('shows what is left of the stage and of the whole, the more pressing first', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const standing = await screen.findByRole('region', { name: '时限' })
    // 派遣 since 08:30, now 10:00: 90 of 60 minutes, 30 over. The whole since 立案 on Monday 17:20: 10 minutes to 17:30
    // and 90 this morning, 100 of 480: 380 left = 6 h 20 min. 08:30 + 60 min = 09:30.
    expect(standing.textContent).toMatch(/^本阶段已超30 分钟超期9月1日 09:30 到期全案剩余6 小时 20 分正常/)
    // 480 − 100 = 380 from 10:00: 120 to noon, 240 to 17:30, 20 more tomorrow from 08:30.
    expect(standing.textContent).toContain('9月2日 08:50 到期')
    expect(standing.textContent).toContain('按工作时间计')
  })

  it('shows the seven stages with what each took, across the night only working time', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    await screen.findByRole('region', { name: '七个阶段' })
    expect(within(screen.getByRole('region', { name: '七个阶段' })).getAllByRole('listitem')).toHaveLength(7)
    // 上报 17:00–17:10, no limit; 受理 17:10–17:20 of 15; 立案 17:20–17:30 and from 08:30 nothing: 10 of 30.
    expect(lineOf('上报').textContent).toContain('用时 10 分钟无时限')
    expect(lineOf('受理').textContent).toContain('用时 10 分钟 / 时限 15 分钟按时完成')
    expect(lineOf('立案').textContent).toContain('用时 10 分钟 / 时限 30 分钟按时完成')
    expect(lineOf('派遣').textContent).toContain('用时 1 小时 30 分 / 时限 1 小时超期')
    expect(lineOf('派遣').getAttribute('aria-current')).toBe('step')
    expect(screen.getByRole('img', { name: '已用时限的 150%' })).toBeTruthy()
    expect(lineOf('结案').textContent).toContain('未到')
  })

  it('lists what happened, the newest first', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const history = await screen.findByRole('region', { name: '经过' })
    const lines = within(history).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      '9月1日 08:30派遣市城乡水务局',
      '8月31日 17:20立案',
      '8月31日 17:10受理',
      '8月31日 17:00上报经办 采集员',
    ])
  })

  it('says how long a closed case took, and that the feed tells no course', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ2" />, { language: 'en' })
    const standing = await screen.findByRole('region', { name: 'Clock' })
    // From the report 08:30 to 09:00: 30 of 480 minutes.
    expect(standing.textContent).toContain('Took 30 min')
    expect(standing.textContent).toContain('Closed in time')
    expect(standing.textContent).toContain('limit 8 h')
    expect(screen.getByText('The feed gives no record of its course.')).toBeTruthy()
  })

  it('offers what the case allows, and says in words why the rest is not', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ2" />)
    await screen.findByRole('region', { name: '操作' })
    const buttons = within(screen.getByRole('region', { name: '操作' })).getAllByRole<HTMLButtonElement>('button')
    expect(buttons.map(({ textContent, disabled }) => `${textContent} ${disabled}`)).toEqual([
      '派遣 true',
      '催办 true',
      '退回 true',
      '改派 true',
      '挂账 true',
      '批注 false',
    ])
    expect(screen.getByText('派遣、催办、退回、改派、挂账：案件已结案')).toBeTruthy()
  })

  it('names cases that may be the same matter, each a way to it', async () => {
    const user = userEvent.setup()
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const twins = await screen.findByRole('region', { name: '可能重复的案件' })
    // Reported 17:00 and 17:30, 33.4 m apart; neither has a code.
    expect(
      within(twins)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['太平路积水上报 · 大类相同 · 相距 33 米，相隔 30 分钟'])
    await user.click(within(twins).getByRole('button', { name: '太平路积水' }))
    await waitFor(() =>
      expect(useSelection.getState().selection).toMatchObject({
        kind: 'feature',
        feature: { feed: 'cases', id: 'AJ3' },
      }),
    )
  })

  it('offers nothing while the past is looked at', async () => {
    showWorld({ kind: 'past', at: NOW, axis: 'known' })
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    expect(await screen.findByText('正在回看过去，回到当前后才能操作。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '催办' })).toBeNull()
  })

  it('says that a city without endpoints can only be looked at', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />, { actions: false })
    expect(await screen.findByText('目录没有为“案件”指定操作接口，这里只能查看。')).toBeTruthy()
  })
})
