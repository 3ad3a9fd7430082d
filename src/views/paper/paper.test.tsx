import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Words } from '#i18n/useWords.ts'
import { html } from './html'
import { factsHtml, mapHtml, tableHtml } from './paperParts'
import { paperText } from './paperText'

const words = { t: (key: string) => key, language: 'zh-CN', say: ({ zh }: { zh: string }) => zh } as unknown as Words
const HOSTILE = '</title></style></td><script>alert(1)</script><img src=x onerror=alert(2)>"\'`&amp;\u202e'

const read = (text: string) => ({ document: new DOMParser().parseFromString(text, 'text/html') })

const made = () =>
  paperText({
    title: HOSTILE,
    language: 'zh-CN',
    body: html`<h1>${HOSTILE}</h1>${factsHtml([[HOSTILE, HOSTILE]], words)}${tableHtml(
      {
        head: [HOSTILE, 'n'],
        rows: [
          [HOSTILE, 1.5],
          ['b', null],
        ],
      },
      words,
    )}${mapHtml({ svg: '<svg></svg>' }, [{ look: 'gap', word: HOSTILE }], [HOSTILE])}<p title="${HOSTILE}"></p>`,
  })

it('is one document in which hostile texts are only read', () => {
  const { document } = read(made())
  expect(document.querySelectorAll('script, img, iframe, link, object')).toHaveLength(0)
  expect(
    [...document.querySelectorAll('*')]
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => /^on|^style$/.test(name)),
  ).toEqual([])
  // Turns of direction are taken out, all else reads as it was.
  const readable = HOSTILE.replace('\u202e', '\ufffd')
  expect(document.title).toBe(readable)
  expect(document.querySelector('h1')?.textContent).toBe(readable)
  expect([...document.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([readable, '1.5', 'b', '—'])
  expect(document.querySelector('p')?.title).toBe(readable)
  expect(document.querySelector('figcaption')?.textContent).toBe(readable + readable)
})

it('allows itself its own style, pictures within it, and nothing else', () => {
  const { document } = read(made())
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
  const style = document.querySelector('style')?.textContent ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; img-src data:`)
  expect(made()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\((?!#)|@import|src="(?!data:)/)
})

it('sets figures to the right where a column has no other cells', () => {
  const table = tableHtml(
    {
      head: ['a', 'n'],
      rows: [
        ['x', 1],
        ['y', null],
      ],
    },
    words,
  )
  const { document } = read(table.html)
  expect([...document.querySelectorAll('th')].map((cell) => cell.className)).toEqual(['', 'figure'])
})
