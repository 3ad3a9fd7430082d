import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useNewBuild } from '#state/newBuild.ts'
import { initialView, useView } from '#state/view.ts'
import { scriptOf, takeInQuiet, watchPage, watchRegistration } from './newBuild'

const MINUTE = 60_000
const reload = vi.fn()
let stored: Map<string, string>
let window: EventTarget & { location: { reload: () => void } }

beforeEach(() => {
  vi.useFakeTimers()
  reload.mockReset()
  stored = new Map()
  window = Object.assign(new EventTarget(), { location: { reload } })
  vi.stubGlobal('window', window)
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
  useNewBuild.setState({ take: null })
  useView.setState(initialView)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page with a service worker, and what happens to it. */
function shell(controlled: boolean) {
  const container = Object.assign(new EventTarget(), { controller: controlled ? {} : null })
  const waiting = { postMessage: vi.fn() }
  const installing = Object.assign(new EventTarget(), { state: 'installing' })
  const registration = Object.assign(new EventTarget(), {
    waiting: null as typeof waiting | null,
    installing: null as typeof installing | null,
    update: vi.fn(async () => {}),
    unregister: vi.fn(async () => true),
  })
  watchRegistration(
    registration as unknown as ServiceWorkerRegistration,
    container as unknown as ServiceWorkerContainer,
  )
  return {
    registration,
    waiting,
    comes() {
      registration.installing = installing
      registration.dispatchEvent(new Event('updatefound'))
      Object.assign(installing, { state: 'installed' })
      registration.waiting = waiting
      installing.dispatchEvent(new Event('statechange'))
    },
    takesOver: () => container.dispatchEvent(new Event('controllerchange')),
  }
}

it('offers a build that is fetched and waits, and loads the page anew once the build has taken over', () => {
  const page = shell(true)
  page.comes()
  const { take } = useNewBuild.getState()
  expect(take).not.toBeNull()
  expect(page.waiting.postMessage).not.toHaveBeenCalled()
  take?.()
  expect(page.waiting.postMessage).toHaveBeenCalledWith('take-over')
  expect(reload).not.toHaveBeenCalled()
  page.takesOver()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('a build that the browser holds back is fetched from the server, once that answers', async () => {
  const answers = [new Response('down', { status: 502 }), new Response('self')]
  vi.stubGlobal('fetch', async () => answers.shift())
  const { registration, comes } = shell(true)
  comes()
  useNewBuild.getState().take?.()
  await vi.advanceTimersByTimeAsync(6000)
  expect(registration.unregister).not.toHaveBeenCalled()
  expect(reload).not.toHaveBeenCalled()
  useNewBuild.getState().take?.()
  await vi.advanceTimersByTimeAsync(6000)
  expect(registration.unregister).toHaveBeenCalledTimes(1)
  expect(reload).toHaveBeenCalledTimes(1)
})

it('the first build of a first visit is no new one; one that another page took is offered, not forced', () => {
  const first = shell(false)
  first.comes()
  first.takesOver()
  expect(useNewBuild.getState().take).toBeNull()
  shell(true).takesOver()
  expect(reload).not.toHaveBeenCalled()
  useNewBuild.getState().take?.()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('asks for a build every half hour', () => {
  const { registration } = shell(true)
  vi.advanceTimersByTime(61 * MINUTE)
  expect(registration.update).toHaveBeenCalledTimes(2)
})

it('without a service worker the page of the server tells', async () => {
  const page = (build: string) =>
    `<html><script type="module" crossorigin src="./assets/index-${build}.js"></script></html>`
  expect(scriptOf(page('Ab1-_x'))).toBe('./assets/index-Ab1-_x.js')
  vi.stubGlobal('document', { documentElement: { outerHTML: page('one') } })
  const answers = [new Response('down', { status: 502 }), new Response(page('one')), new Response(page('two'))]
  vi.stubGlobal('fetch', async () => answers.shift())
  watchPage()
  await vi.advanceTimersByTimeAsync(61 * MINUTE)
  expect(useNewBuild.getState().take).toBeNull()
  await vi.advanceTimersByTimeAsync(30 * MINUTE)
  useNewBuild.getState().take?.()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('a wall takes it in a quiet minute, once in half an hour; a desk does not', () => {
  const take = vi.fn()
  takeInQuiet()
  useNewBuild.setState({ take })
  useView.setState({ workspace: 'plan' })
  vi.advanceTimersByTime(10 * MINUTE)
  expect(take).not.toHaveBeenCalled()
  window.dispatchEvent(new Event('pointermove'))
  useView.setState({ workspace: 'screen' })
  vi.advanceTimersByTime(55_000)
  expect(take).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(take).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(25 * MINUTE)
  expect(take).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10 * MINUTE)
  expect(take).toHaveBeenCalledTimes(2)
})
