import '../catalog/zodWithoutEval'
import { writeFileSync } from 'node:fs'
import { publishedSchema } from '../catalog/publishedSchema'

/** Writes the JSON Schema of the catalog beside the catalogs, where editors find it through `$schema`. */
writeFileSync(new URL('../../geodata/catalog.schema.json', import.meta.url), publishedSchema())
