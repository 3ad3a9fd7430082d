import '#catalog/zodWithoutEval.ts'
import { z } from 'zod'
import type { KeptAlarms } from '#core/devices/alarms/restoreAlarms.ts'
import { ALARM_LEVELS } from '#core/model/alarmRule.ts'

const alarm = z.object({
  feed: z.string(),
  device: z.string(),
  rule: z.string(),
  level: z.enum(ALARM_LEVELS),
  side: z.enum(['above', 'below', 'rise', 'fall', 'silence']),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  since: z.number(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
  clearedAt: z.number().nullable(),
})

const keptAlarms = z.object({
  alarms: z.array(alarm),
  mutes: z.array(z.tuple([z.string(), z.number(), z.number()])),
})

/** A kept log as it was written, or null where a store holds nothing, or something else. */
export function readKeptAlarms(value: unknown): KeptAlarms | null {
  const parsed = keptAlarms.safeParse(value)
  return parsed.success ? parsed.data : null
}
