import { createContext } from 'react'

/** The number of the attempt to render the children, counted from 0. Later attempts load data again. */
export const AttemptContext = createContext(0)
