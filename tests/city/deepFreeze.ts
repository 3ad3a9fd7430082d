/**
 * A value that no code can change, itself or any part of it: whoever tries throws. Every feature, catalog and reading of a
 * fixture passes through here, so that what alters its input is found out. Bytes, and the entries of maps and sets, cannot
 * be held fast; the values in maps are.
 */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  if (value instanceof Map) for (const part of value.values()) deepFreeze(part)
  for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key))
  return value
}
