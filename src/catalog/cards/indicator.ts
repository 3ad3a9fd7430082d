import { z } from 'zod'
import { localText, rowId } from '../terms'

export const indicator = z.strictObject({
  kind: z.literal('indicator'),
  indicator: rowId,
  /** Rows that belong with it, in one line each. */
  also: z.array(rowId).default([]),
  title: localText.optional(),
})
