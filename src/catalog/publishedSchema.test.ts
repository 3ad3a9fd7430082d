import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishedSchema } from './publishedSchema'

describe('the published schema', () => {
  it('is the committed file; `npx tsx src/cli/publishSchema.ts` writes it', () => {
    const committed = readFileSync(new URL('../../geodata/catalog.schema.json', import.meta.url), 'utf8')
    expect(committed).toBe(publishedSchema())
  })

  it('asks only for what is required, and lets x- keys in', () => {
    const schema: unknown = JSON.parse(publishedSchema())
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['version', 'city', 'feeds', 'indicators'],
      additionalProperties: false,
      patternProperties: { '^x-': {} },
      properties: {
        city: { required: ['code', 'name', 'bounds'] },
        feeds: { items: { required: ['id', 'record', 'source'] } },
      },
    })
  })
})
