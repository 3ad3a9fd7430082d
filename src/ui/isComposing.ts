import type { KeyboardEvent } from 'react'

/** Keys that Safari gives the input method after the composition is over have this code. */
const FOR_INPUT_METHOD = 229

/** Whether a key belongs to an input method: Enter, Escape and arrows then choose among its words, and nothing else. */
export const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || keyCode === FOR_INPUT_METHOD
