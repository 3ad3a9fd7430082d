import type { PageCase, PageVisit } from '../PageCase'
import { rest } from '../rest'
import { REFRESH_SECONDS } from '../serveChanging'

/** A feed that changes under a page, which computes again what it touches. */
export function feedVisit(name: string, view: string): PageVisit {
  return {
    view,
    changes: true,
    cases: [
      changeCase(name, 'twelve 5G sites moved: the feed is read again, the map and the indicators follow'),
      changeCase(`${name}-warm`, 'twelve other sites moved'),
    ],
  }
}

function changeCase(name: string, note: string): PageCase {
  return {
    name,
    note,
    async act(page, server) {
      server.moveSites()
      await page.waitForResponse((response) => response.url().endsWith('/sites-5g.geojson'), {
        timeout: (REFRESH_SECONDS + 60) * 1000,
      })
      await rest(page)
    },
  }
}
