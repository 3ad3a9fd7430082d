import '#catalog/zodWithoutEval.ts'
import { writeFileSync } from 'node:fs'
import { publishedSchema } from '#catalog/publishedSchema.ts'

/** Writes the JSON Schema of the catalog beside the catalogs, where editors find it through `$schema`. */
writeFileSync(new URL('../../geodata/catalog.schema.json', import.meta.url), publishedSchema())
