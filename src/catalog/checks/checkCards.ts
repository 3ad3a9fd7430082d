import { z } from 'zod'
import type { Standard } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import { cardSchema } from '../cards/cards'
import type { Path } from '../fault'
import { meanings } from '../terms'
import { type Check, entriesOf } from './catalogView'
import { checkPredicate } from './checkExpressions'
import { feedNames, referTo, rowNames } from './checkReferences'

/** What cards say beyond their shape: feeds and rows that are not there, predicates that do not compile. */
export function checkCards(standard: Standard | null): Check {
  return (catalog, report) => {
    const feeds = feedNames(catalog)
    const rows = rowNames(standard)
    for (const map of entriesOf(catalog, 'maps')) {
      for (const card of entriesOf(map, 'cards')) {
        for (const { path, value, meaning } of meant(cardSchema(card.value.kind), card.value, card.path)) {
          if (meaning === 'feed') referTo(path, value, feeds, report)
          if (meaning === 'row' && rows) referTo(path, value, rows, report)
          if (meaning === 'predicate') checkPredicate(path, value, report)
        }
      }
    }
  }
}

interface Meant {
  readonly path: Path
  readonly value: unknown
  readonly meaning: 'feed' | 'row' | 'predicate'
}

/** The values under a schema that mean something (see `meanings`), wherever they stand in it. */
function meant(schema: unknown, value: unknown, path: Path): readonly Meant[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return meant(schema.unwrap(), value, path)
  const known = schema instanceof z.ZodType ? meanings.get(schema) : undefined
  if (known) return value === undefined ? [] : [{ path, value, meaning: known.meaning }]
  if (schema instanceof z.ZodObject && isObject(value)) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => meant(inner, value[key], [...path, key]))
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => meant(schema.element, item, [...path, index]))
  }
  return []
}
