/** Operations and fragments for the usual screens as typed documents, with the types of their variables and results. */
export * from './__generated__/operations.ts'
export type * from './scalars.ts'
