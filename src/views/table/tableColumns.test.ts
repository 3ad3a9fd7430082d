import { expect, it } from 'vitest'
import { localColumns } from './tableColumns'

const COLUMNS = ['level', 'name', 'towns']
const PROPERTIES = ['name', 'name_en', 'level', 'towns', 'towns_en', 'text_en']
const row = (...cells: (string | null)[]) => ({ mapId: 1, id: '1', cells })

it('asks for the English of the columns that have it, and shows it where a row does', () => {
  const { asked, cell } = localColumns(COLUMNS, PROPERTIES, 'en')
  expect(asked).toEqual(['level', 'name', 'towns', 'name_en', 'towns_en'])
  const shown = (...cells: (string | null)[]) => COLUMNS.map((_, index) => cell(row(...cells), index))
  expect(shown('橙', '暴雨', '东镇', 'Rain', 'Dongzhen')).toEqual(['橙', 'Rain', 'Dongzhen'])
  expect(shown('橙', '暴雨', null, null, '')).toEqual(['橙', '暴雨', null])
})

it('asks for nothing more in Chinese', () => {
  const { asked, cell } = localColumns(COLUMNS, PROPERTIES, 'zh-CN')
  expect(asked).toEqual(COLUMNS)
  expect(cell(row('橙', '暴雨', '东镇'), 1)).toBe('暴雨')
})
