import { z } from 'zod'
import type { SecretBox } from '../auth/secret-box.ts'
import { type AnalysisOptions, noOptions } from '../domain/analysis.ts'
import type { AnalysisOptionsInput } from '../domain/commands.ts'
import type { JsonValue } from '../domain/json.ts'
import { AppError } from '../errors.ts'

/** Options as stored. The password is sealed, and deleted after the submission. */
const storedSchema = z.object({
  explanation: z.boolean().nullable().default(null),
  shareLink: z
    .object({
      access: z.string().nullable(),
      isProtected: z.boolean(),
      sealedPassword: z.string().nullable(),
    })
    .nullable()
    .default(null),
})

const field = ['options', 'shareLink']

/** @throws AppError BAD_USER_INPUT */
export function readOptions(input: AnalysisOptionsInput | null | undefined): AnalysisOptions {
  if (!input) return noOptions
  const { explanation = null, shareLink = null } = input
  return { explanation, shareLink: shareLink && readShareLink(shareLink) }
}

function readShareLink({
  access = null,
  password = null,
}: NonNullable<AnalysisOptionsInput['shareLink']>): AnalysisOptions['shareLink'] {
  if (access !== null && !/^[\w-]{1,40}$/.test(access))
    throw new AppError('BAD_USER_INPUT', 'The access to a share link is one word, such as "public".', {
      field: [...field, 'access'],
    })
  if (password !== null && (password.length === 0 || password.length > 200))
    throw new AppError('BAD_USER_INPUT', 'The password of a share link has 1 to 200 characters.', {
      field: [...field, 'password'],
    })
  return { access, password }
}

/** The options to store. */
export function sealOptions({ explanation, shareLink }: AnalysisOptions, secretBox: SecretBox): JsonValue {
  return {
    explanation,
    shareLink: shareLink && {
      access: shareLink.access,
      isProtected: shareLink.password !== null,
      sealedPassword: shareLink.password === null ? null : secretBox.seal(shareLink.password),
    },
  }
}

/**
 * The options of the caller. A protected share link is never requested without its password.
 * @throws AppError BAD_USER_INPUT when the password was deleted
 */
export function openOptions(stored: JsonValue, secretBox: SecretBox): AnalysisOptions {
  const { explanation, shareLink } = storedSchema.parse(stored)
  if (!shareLink) return { explanation, shareLink }
  const { access, isProtected, sealedPassword } = shareLink
  if (isProtected && sealedPassword === null)
    throw new AppError(
      'BAD_USER_INPUT',
      'The password of the share link is no longer stored. Send the options again.',
      {
        field: ['options'],
      },
    )
  return {
    explanation,
    shareLink: { access, password: sealedPassword === null ? null : secretBox.open(sealedPassword) },
  }
}
