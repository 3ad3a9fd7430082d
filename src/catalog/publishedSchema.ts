import { z } from 'zod'
import { catalogSchema } from './schema'

/**
 * The catalog's contract as the text of a JSON Schema (2020-12) of what may be written, with which an editor completes
 * and checks a catalog. Keys beginning `x-` may be added to any object. References between parts are beyond a JSON
 * Schema; `parseCatalog` checks them.
 */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(catalogSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { '^x-': {} }
    },
  })
  return `${JSON.stringify({ title: 'One Map catalog', ...schema }, null, 2)}\n`
}
