import { beforeAll, expect, test } from 'vitest'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { methodFacts } from '#core/indicators/methods/metricMethod.ts'
import { i18next, speak } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import type { Words } from '#i18n/useWords.ts'
import { exclusionWords, failureWords, unknownWords } from './reasonWords'

const methods = methodFacts(METHODS)
const names = {
  methods,
  feed: (id: string) => `F ${id}`,
  scope: (id: string) => `S ${id}`,
  part: (id: string) => `P ${id}`,
}

beforeAll(async () => {
  await speak('en')
  await speak('zh-CN')
})

function inBoth(say: (words: Words) => string): readonly string[] {
  return (['zh-CN', 'en'] as const).map((language: Language) =>
    say({ t: i18next.getFixedT(language), language, say: (text) => sayIn(text, language) }),
  )
}

test.each([
  ['unknown:where', '筛选条件无法判断', 'filter cannot be decided'],
  ['unknown:match', '判定条件无法判断', 'condition cannot be decided'],
  ['unknown:value', '数值缺失或不是数字', 'value missing or not a number'],
  ['unknown:part', '分子缺失或不是非负数', 'numerator missing or not a number from 0'],
  ['unknown:whole', '分母缺失或不是非负数', 'denominator missing or not a number from 0'],
  ['part-over-whole', '分子大于分母', 'numerator above the denominator'],
  ['not-a-point', '几何类型不适用', 'geometry type does not apply'],
  ['of-another-time', 'of-another-time', 'of-another-time'],
])('a feature left out for %s', (code, ...wanted) => {
  expect(inBoth((words) => exclusionWords(code, words, methods))).toEqual(wanted)
})

test.each([
  ['not-points:signs', '“F signs”不是点', '“F signs” does not hold points'],
  ['no-footprint:sites', '“F sites”没有覆盖范围的定义', '“F sites” has no footprint'],
  ['unknown-metric:air', '分项“P air”未知', 'part “P air” is unknown'],
  ['no-weights:a:$&', '分项“P a:$&”没有权重', 'part “P a:$&” has no weight'],
  ['feed-unreadable:sites', '数据源“F sites”读取失败', 'feed “F sites” cannot be read'],
  ['of-another-time', '原因：of-another-time', 'reason: of-another-time'],
])('a metric unknown for %s', (code, ...wanted) => {
  expect(inBoth((words) => unknownWords(code, words, names))).toEqual(wanted)
})

test.each([
  ['feed-unreadable:towns', '数据源“F towns”读取失败', 'feed “F towns” cannot be read'],
  ['empty-scope:core', '范围“S core”没有面', 'scope “S core” has no area'],
  ['no answer in 60 s', 'no answer in 60 s', 'no answer in 60 s'],
])('a question that failed for %s', (fault, ...wanted) => {
  expect(inBoth((words) => failureWords(fault, words, names))).toEqual(wanted)
})
