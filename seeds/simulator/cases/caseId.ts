import { shanghaiTime } from '#core/model/shanghaiTime.ts'

/** The id of a case reported at a moment: AJ, date and time to the second (Asia/Shanghai), and a digit against twins. */
export function caseId(at: number, serial: number): string {
  return `AJ${(shanghaiTime(at) ?? '').slice(0, 19).replace(/\D/g, '')}${serial % 10}`
}
