import type { Expected } from '../fault'
import type { JsonWant } from './scanJson'

/** What JSON wants, in words. */
export const WANTED: Readonly<Record<JsonWant, Expected>> = {
  value: { zh: '一个 JSON 值', en: 'a JSON value' },
  key: { zh: '双引号括起的键名', en: 'a key in double quotes' },
  colon: { zh: '冒号', en: 'a colon' },
  'comma-or-end': { zh: '逗号或收尾括号', en: 'a comma or the closing bracket' },
  'string-end': {
    zh: '收尾的双引号(文本中不得有换行等控制字符)',
    en: 'a closing quote (no control characters in text)',
  },
  escape: { zh: '合法的转义', en: 'a valid escape' },
  number: { zh: '合法的数字', en: 'a valid number' },
  end: { zh: '文件在此结束', en: 'the end of the file' },
  depth: { zh: '嵌套不超过 2000 层', en: 'nesting of at most 2000 levels' },
}
