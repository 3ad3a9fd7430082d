import { applyTransition } from '#core/cases/transitions.ts'
import { shanghaiTime } from '#core/model/time.ts'
import type { CasePace } from './casePace'
import { type LivingCase, nextStep } from './nextStep'

/** The id of a case reported at a moment: AJ, date and time to the second (Asia/Shanghai), and a digit against twins. */
export function caseId(at: number, serial: number): string {
  return `AJ${(shanghaiTime(at) ?? '').slice(0, 19).replace(/\D/g, '')}${serial % 10}`
}

/** The case as it stands at a moment (epoch milliseconds), when it is left alone until then. Throws if the machine refuses a step. */
export function liveCase(life: LivingCase, until: number, pace: CasePace, units: readonly string[]): LivingCase {
  let current = life
  for (;;) {
    const step = nextStep(current, pace, units)
    if (!step || step.at > until) return current
    const result = applyTransition(current.record, step)
    if (!result.ok) throw new Error(`${step.verb} at ${current.record.stage}: ${result.reason.en}`)
    current = { ...current, record: result.case }
  }
}
