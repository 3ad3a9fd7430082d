import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './browser'
import { answerText, type FaultyServer, serveWithFaults } from './serveWithFaults'
import { visit } from './visit'

const browser = sharedBrowser()
const CASE = join(import.meta.dirname, '../cases/06-hung-request')
const CARD = '摄像机有多少?'
const CAMS = '/geodata/cams.geojson'

let server: FaultyServer
let asked = 0

const counted =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    asked += 1
    answer(request, response)
  }
/** The head, a first piece, and nothing more. */
const hanging = counted((_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/geo+json' }).write('{"type":"FeatureCollection",')
})
const well = async () => counted(answerText(200, await readFile(join(CASE, 'cams.geojson'), 'utf8')))

beforeEach(async () => {
  asked = 0
  server = await serveWithFaults(inject('appFolder'))
  for (const name of ['catalog.json', 'land.geojson']) {
    server.fault(`/geodata/${name}`, answerText(200, await readFile(join(CASE, name), 'utf8')))
  }
})
afterEach(() => server.close())

describe('a server that begins an answer and never ends it', () => {
  it('is given up, said, and asked again: when it is well, so is the page', async () => {
    server.fault(CAMS, await well())
    const { page, close } = await visit(browser(), `${server.url}#/screen/sensing`)
    try {
      const card = page.getByRole('article', { name: CARD })
      await card.waitFor()
      const notices = page.getByRole('region', { name: '提示' })
      server.fault(CAMS, hanging)
      await notices.getByText(/摄像机 读取失败/).waitFor({ timeout: 60_000 })
      await notices.getByText(/读取失败 · 超时:收到 28 字节后 20 秒没有下文/).waitFor()
      const hung = asked
      server.fault(CAMS, await well())
      await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(hung)
      await notices.getByText(/摄像机 读取失败/).waitFor({ state: 'detached', timeout: 60_000 })
    } finally {
      await close()
    }
  })

  it('at the first load leaves a card that says so in words', async () => {
    server.fault(CAMS, hanging)
    const { page, close } = await visit(browser(), `${server.url}#/screen/sensing`, { settle: false })
    try {
      await page.getByRole('article', { name: CARD }).getByText(/超时/).waitFor({ timeout: 60_000 })
      server.fault(CAMS, await well())
      await page.getByRole('article', { name: CARD }).getByText(/超时/).waitFor({ state: 'detached', timeout: 60_000 })
    } finally {
      await close()
    }
  })
})
