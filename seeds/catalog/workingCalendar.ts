const days = (month: number, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => day(month, from + index))

const day = (month: number, date: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/**
 * Working hours of the city's departments. Days off and adjusted working days of 2026: General Office of the State
 * Council, 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04.
 */
export const workingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ] as [string, string][],
  holidays: [
    ...days(1, 1, 3),
    ...days(2, 15, 23),
    ...days(4, 4, 6),
    ...days(5, 1, 5),
    ...days(6, 19, 21),
    ...days(9, 25, 27),
    ...days(10, 1, 7),
  ],
  workdays: [day(1, 4), day(2, 14), day(2, 28), day(5, 9), day(9, 20), day(10, 10)],
}
