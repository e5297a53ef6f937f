import { expect, test } from 'vitest'
import { readNewCase } from './read-new-case.ts'

test('empty fields are left out, and a register number has its register', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({
    kind: 'COMPANY',
    displayName: ' Exemple SARL ',
    scheme: 'SIREN',
    registration: '123456782',
    reference: ' ',
    useCase: 'Loan application',
    caseReference: '',
  }))
    form.append(name, value)
  expect(readNewCase(form)).toEqual({
    about: {
      kind: 'COMPANY',
      displayName: 'Exemple SARL',
      reference: undefined,
      registration: { scheme: 'SIREN', value: '123456782' },
    },
    input: { useCase: 'Loan application', reference: undefined },
  })
})
