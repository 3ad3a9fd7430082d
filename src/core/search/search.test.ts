import { describe, expect, it } from 'vitest'
import { plainText, readNeedle } from './needle'
import { readingsOf } from './pinyin'
import { rankOf } from './rankOf'
import { spells } from './spells'

const rank = (text: string, name: string, id = '', english?: string): number | null => {
  const needle = readNeedle(text)
  if (!needle) throw new Error('nothing to look for')
  const names = [name, ...(english ? [english] : [])].map(plainText)
  return rankOf({ names, id: plainText(id) }, needle, needle.latin ? readingsOf : null)
}
const ID = '37088300001320000123'

describe('a name or an id answers what is typed', () => {
  it.each([
    ['东门路口球机', 0],
    ['东门', 1],
    ['路口', 2],
    ['路口 东门', 4],
    ['东门路口 球机', 0],
    ['球机，东门', 4],
    ['西门', null],
    ['东门 西门', null],
    ['门东', null],
  ])('%s in the name: %s', (text, expected) => {
    expect(rank(text, '东门路口球机', ID)).toBe(expected)
  })

  it.each([
    [ID, 3],
    ['３７０８８３００００１３２００００１２３', 3],
    ['000123', 5],
    ['0123', 5],
    ['123', null],
    ['3708830000132', 6],
    ['3708830000133', null],
    ['东门 000123', 5],
    ['东门 000124', null],
  ])('%s in the id: %s', (text, expected) => {
    expect(rank(text, '东门路口球机', ID)).toBe(expected)
  })

  it('no four letters without a digit are a part of an id', () => {
    expect(rank('team', '一中队', 'team-a')).toBeNull()
    expect(rank('team-1', '一中队', 'team-1')).toBe(3)
  })

  it.each([
    ['dongmenlukouqiuji', 1],
    ['dmlkqj', 1],
    ['dongmen', 3],
    ['dmlk', 3],
    ['dongmenlk', 3],
    ['dong men lu', 3],
    ["dong'men", 3],
    ['DongMen', 3],
    ['dongm', 3],
    ['东门lk', 3],
    ['lukou', 7],
    ['lk', 7],
    ['qiuji dongmen', 7],
    ['d', null],
    ['dmkl', null],
    ['domen', null],
    ['ongmen', null],
  ])('%s by how it sounds: %s', (text, expected) => {
    expect(rank(text, '东门路口球机', ID)).toBe(expected)
  })

  it('of several readings any will do, ü as v or u, accents left out', () => {
    expect([rank('chongqinglu', '重庆路'), rank('zhongqinglu', '重庆路')]).toEqual([1, 1])
    expect([rank('lvyou', '旅游'), rank('luyou', '旅游'), rank('lǚyóu', '旅游')]).toEqual([1, 1, 1])
    // 峄山, 郚城: rarer characters of the region's place names.
    expect([rank('yishan', '峄山'), rank('wucheng', '郚城')]).toEqual([1, 1])
  })

  it('an English name is found without its blanks and capitals, before what is only spelled', () => {
    expect(rank('first school', '第一小学', '1', 'First School')).toBe(0)
    expect(rank('school first', '第一小学', '1', 'First School')).toBe(4)
    expect(rank('5g jizhan', '5G基站')).toBe(1)
  })

  it('blanks, commas and marks alone are nothing to look for', () => {
    expect([readNeedle(''), readNeedle('  '), readNeedle('，、 ;')]).toEqual([null, null, null])
  })

  it('letters that almost fit a long name are given up at once', () => {
    const began = performance.now()
    expect(spells('啊'.repeat(400), `${'a'.repeat(399)}b`, readingsOf)).toBeNull()
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
