/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'bank-xray', name: 'Bank X-Ray' } as const
