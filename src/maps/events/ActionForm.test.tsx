import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { REFUSALS } from '#core/cases/transitions.ts'
import { CITY_ORIGIN } from '#tests/city/cityFixture.tsx'
import { server } from '#tests/city/setupViews.ts'
import { ActionForm } from './ActionForm'
import { CaseAtDesk, renderAtDesk } from './deskFixture'
import { OutboxBadge } from './OutboxBadge'

const open = async (verb: string) => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: verb }))
  return user
}
const history = () => screen.getByRole('region', { name: '经过' })
const stageHere = () => screen.getByRole('region', { name: '七个阶段' }).querySelector('[aria-current]')?.textContent

describe('an action', () => {
  it('wants a reason for sending a case back and a name under it, and takes the focus to what is missing', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />, { signer: '' })
    const user = await open('退回')
    expect(document.activeElement).toBe(screen.getByLabelText('退回到'))
    await user.click(screen.getByRole('button', { name: '提交退回' }))
    const reason = screen.getByLabelText('理由')
    expect(reason.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(reason.getAttribute('aria-describedby') ?? '')?.textContent).toBe('请填写理由')
    expect(screen.getByText('请填写经办人')).toBeTruthy()
    expect(document.activeElement).toBe(reason)
  })

  it('leaves its form by Escape, back to the button it came from', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const user = await open('催办')
    // The Escape of an input method takes back what it composes, not the form.
    fireEvent.keyDown(document.activeElement!, { key: 'Escape', isComposing: true })
    expect(screen.getByRole('form', { name: '催办' })).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('form', { name: '催办' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '催办' }))
  })

  it('keeps what is written when the case moves on under it, and says why it cannot go', async () => {
    const sent = vi.fn()
    function Desk() {
      const [closed, setClosed] = useState(false)
      return (
        <>
          <button type="button" onClick={() => setClosed(true)}>
            结案
          </button>
          <ActionForm
            feed="cases"
            verb="urge"
            refusal={closed ? REFUSALS.closed : null}
            unitNow={null}
            stage="派遣"
            onSend={sent}
            onCancel={() => {}}
          />
        </>
      )
    }
    await renderAtDesk(<Desk />)
    const user = userEvent.setup()
    await user.keyboard('请尽快')
    await user.click(screen.getByRole('button', { name: '结案' }))
    expect(screen.getByText('案件已结案')).toBeTruthy()
    expect(screen.getByLabelText(/说明/)).toHaveProperty('value', '请尽快')
    await user.type(screen.getByLabelText(/说明/), '{Enter}')
    expect(sent).not.toHaveBeenCalled()
  })

  it('is shown as done at once, sent with its key, and said to be accepted', async () => {
    const seen: { key: string | null; body: unknown }[] = []
    let answer: (response: Response) => void = () => {}
    server.use(
      http.post(`${CITY_ORIGIN}api/return`, async ({ request }) => {
        seen.push({ key: request.headers.get('idempotency-key'), body: await request.json() })
        return new Promise<Response>((done) => {
          answer = done
        })
      }),
    )
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const user = await open('退回')
    await user.selectOptions(screen.getByLabelText('退回到'), '受理')
    await user.type(screen.getByLabelText('理由'), '不属本单位{Enter}')
    await waitFor(() => expect(seen).toHaveLength(1))
    // Before any answer: back at 受理, the event on top of the history.
    expect(stageHere()).toContain('受理')
    expect(within(history()).getAllByRole('listitem')[0]?.textContent).toBe(
      '9月1日 10:00退回 → 受理经办 王敏发送中不属本单位',
    )
    expect(seen[0]?.body).toEqual({
      id: seen[0]?.key,
      feed: 'cases',
      feature: 'AJ1',
      verb: 'return',
      to: '受理',
      note: '不属本单位',
      by: '王敏',
      at: '2026-09-01T10:00:00+08:00',
    })
    expect(seen[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    answer(new HttpResponse(null, { status: 200 }))
    expect(await screen.findByText('“退回”已受理')).toBeTruthy()
  })

  it('that is refused is taken back, with the reason, until the user has read it', async () => {
    server.use(
      http.post(`${CITY_ORIGIN}api/reassign`, () =>
        HttpResponse.json({ reason: '该单位今日停止接单' }, { status: 409 }),
      ),
    )
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const user = await open('改派')
    await screen.findByRole('option', { name: '市综合执法局' })
    await user.selectOptions(screen.getByLabelText('处置单位'), '市综合执法局')
    await user.click(screen.getByRole('button', { name: '提交改派' }))
    const refusal = await screen.findByText('“改派”未被受理：该单位今日停止接单')
    expect(within(history()).getAllByRole('listitem')).toHaveLength(4)
    expect(screen.getByText('画面已恢复为数据源中的状态。')).toBeTruthy()
    await user.click(within(refusal.closest<HTMLElement>('[role=alert]')!).getByRole('button', { name: '移除' }))
    expect(screen.queryByText(/未被受理/)).toBeNull()
  })

  it('does not send a case to the unit that has it', async () => {
    await renderAtDesk(<CaseAtDesk id="AJ1" />)
    const user = await open('改派')
    await screen.findByRole('option', { name: '市城乡水务局（当前）' })
    await user.selectOptions(screen.getByLabelText('处置单位'), '市城乡水务局')
    await user.click(screen.getByRole('button', { name: '提交改派' }))
    expect(screen.getByText('案件已在该单位，请选择其他单位')).toBeTruthy()
  })

  it('waits when the line is down, is counted in the badge, and goes when the user asks', async () => {
    let up = false
    server.use(
      http.post(`${CITY_ORIGIN}api/urge`, () => (up ? new HttpResponse(null, { status: 202 }) : HttpResponse.error())),
    )
    await renderAtDesk(
      <>
        <OutboxBadge />
        <CaseAtDesk id="AJ1" />
      </>,
    )
    const user = await open('催办')
    await user.click(screen.getByRole('button', { name: '提交催办' }))
    expect(await screen.findByText(/“催办”暂时发不出去，恢复后自动发送：连不上/)).toBeTruthy()
    expect(within(history()).getAllByRole('listitem')[0]?.textContent).toContain('离线排队')
    await user.click(screen.getByRole('button', { name: '1 条操作待发送' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('此浏览器不允许保存：关闭页面后，待发送的操作会丢失。')).toBeTruthy()
    expect(within(dialog).getByText('AJ1')).toBeTruthy()
    up = true
    await user.click(within(dialog).getByRole('button', { name: '立即发送' }))
    await waitFor(() => expect(within(dialog).getByText('已受理')).toBeTruthy())
    expect(within(dialog).queryByRole('button', { name: '立即发送' })).toBeNull()
  })

  it('refused, can be asked again from the list as a new one', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post(`${CITY_ORIGIN}api/note`, ({ request }) => {
        keys.push(request.headers.get('idempotency-key'))
        return new HttpResponse(null, { status: keys.length === 1 ? 403 : 201 })
      }),
    )
    await renderAtDesk(
      <>
        <OutboxBadge />
        <CaseAtDesk id="AJ2" />
      </>,
    )
    const user = await open('批注')
    await user.keyboard('已电话联系{Enter}')
    await user.click(await screen.findByRole('button', { name: '1 条操作未受理' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '重新提交' }))
    await waitFor(() => expect(within(screen.getByRole('dialog')).getByText('已受理')).toBeTruthy())
    expect(keys).toHaveLength(2)
    expect(keys[0]).not.toBe(keys[1])
    expect(within(screen.getByRole('dialog')).getAllByRole('row')).toHaveLength(2)
  })
})
