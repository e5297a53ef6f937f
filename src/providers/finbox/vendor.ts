/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'finbox', name: 'FinBox BankConnect' } as const
