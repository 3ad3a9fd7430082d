import { expect, it } from 'vitest'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource } from '#cli/readSource.ts'

const CATALOG = new URL('19-nan/catalog.json', import.meta.url)

it('a sensor that writes NaN does not take the layer away', async () => {
  const wanted = parseArguments(['--catalog', CATALOG.pathname, '--lang', 'en', '--only', '5g-key-area-coverage'])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  const computed = await computeIndicators(wanted.value, CATALOG.href, readSource)
  if (!computed.ok) throw new Error(computed.faults.join())
  const [feed] = computed.result.feeds
  expect(feed).toMatchObject({ id: 'cams', read: 2, accepted: 2, quarantined: [] })
  expect(feed?.notices).toMatchObject([{ code: 'not-finite-read-as-null', count: 1, ids: ['a'] }])
  expect(feed?.notices[0]?.reason).toContain('properties.pm25')
  // Both have a name.
  const [row] = computed.result.indicators
  expect(row?.metrics.value).toMatchObject({ value: 1, numerator: 2, denominator: 2 })
})
