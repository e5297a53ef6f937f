import type { CreateApplicantInput, OpenCaseInput, RegistrationScheme } from '../__generated__/graphql.ts'

const schemes = ['SIREN', 'KVK', 'OTHER'] as const satisfies readonly RegistrationScheme[]

interface NewCase {
  readonly about: CreateApplicantInput
  readonly input: Omit<OpenCaseInput, 'applicantId'>
}

/** The filled fields. */
export function readNewCase(form: FormData): NewCase {
  const read = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined
  const value = read('registration')
  const scheme = schemes.find(one => one === read('scheme'))
  return {
    about: {
      kind: read('kind') === 'COMPANY' ? 'COMPANY' : 'PERSON',
      displayName: read('displayName'),
      reference: read('reference'),
      ...(scheme && value !== undefined && { registration: { scheme, value } }),
    },
    input: { useCase: read('useCase'), reference: read('caseReference') },
  }
}
