import { createContext, useContext } from 'react'

/** How many times the usual lines a card may show: a very wide wall has room for more. */
export const CardRoom = createContext<1 | 2>(1)

export const useCardRoom = (): 1 | 2 => useContext(CardRoom)
