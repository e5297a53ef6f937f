/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'flvxtract', name: 'FLVXtract' } as const
