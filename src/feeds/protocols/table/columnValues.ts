/** A number as it is written in a table: no leading zero, no sign of thousands, no more digits than a number keeps. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?$/

/**
 * The cells of a column as values. A column all of whose cells are numbers as they are usually written is one of numbers, and
 * likewise of true and false; any other stays text. So a code such as 0101 makes its column text, and so does a single word.
 * An empty cell is null.
 */
export function columnValues(cells: readonly string[]): readonly (string | number | boolean | null)[] {
  const told = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (told.length > 0 && told.every((cell) => NUMBER.test(cell) && digits(cell) <= 15)) {
    return cells.map((cell) => (cell.trim() === '' ? null : Number(cell)))
  }
  if (told.length > 0 && told.every((cell) => /^(?:true|false)$/i.test(cell))) {
    return cells.map((cell) => (cell.trim() === '' ? null : /^true$/i.test(cell.trim())))
  }
  return cells.map((cell) => (cell.trim() === '' ? null : cell))
}

const digits = (text: string): number => text.replace(/[eE].*$/, '').replace(/\D/g, '').length
