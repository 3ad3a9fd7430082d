import { foundWords } from '#catalog/fault.ts'
import { type Reason, TIME_ASIDE } from '#core/model/feedReport.ts'
import { timeFault } from '#core/model/parseTime.ts'
import { isPlaceholder } from '#core/model/time.ts'

/** A time that was read and does not count: it stands for none, or lies ahead of the clock. */
export function timeAside(field: string, value: unknown, time: number): Reason {
  const found = foundWords(value)
  return isPlaceholder(time)
    ? {
        code: TIME_ASIDE.placeholder,
        zh: `${field} 是表示“没有”的占位时间,不作数,如 ${found.zh}`,
        en: `${field} holds a placeholder for no time, which does not count, such as ${found.en}`,
      }
    : {
        code: TIME_ASIDE.ahead,
        zh: `${field} 比现在晚十分钟以上,不作数,如 ${found.zh}`,
        en: `${field} is more than ten minutes ahead of now and does not count, such as ${found.en}`,
      }
}

/** A time that is not read, with why where that can be told. */
export function unreadableTime(field: string, value: unknown): Reason {
  const found = foundWords(value)
  switch (timeFault(value)) {
    case 'ambiguous':
      return {
        code: 'time-ambiguous',
        zh: `${field} 的日期有不止一种读法,按未知处理;请以年在前书写,如 2026-11-30;实为 ${found.zh}`,
        en: `${field} can be read as more than one date and counts as unknown; write the year first, as in 2026-11-30; found ${found.en}`,
      }
    case 'serial':
      return {
        code: 'time-serial',
        zh: `${field} 像是表格软件的日期序号,按未知处理;请导出为日期文本;实为 ${found.zh}`,
        en: `${field} looks like a spreadsheet's count of days and counts as unknown; export it as a date; found ${found.en}`,
      }
    case 'unreadable':
      return {
        code: 'time-unreadable',
        zh: `${field} 的时间读不懂,按未知处理,如 ${found.zh}`,
        en: `the time in ${field} cannot be read and counts as unknown, such as ${found.en}`,
      }
  }
}
