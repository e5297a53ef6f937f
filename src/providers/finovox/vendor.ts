/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'finovox', name: 'Finovox' } as const
