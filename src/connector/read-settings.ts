import { z } from 'zod'

/** The variables of the process, or those with a tenant's own variables instead. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Any object, because the variables of a process are not a plain object. */
const environment = z.custom<Environment>(value => typeof value === 'object' && value !== null)

/** Reads a provider's variables and reports their faults, each under the name of its variable. A blank variable counts as absent. */
export type SettingsReader<Variable extends string> = ReturnType<typeof createReader<Variable>>

/** The settings that `read` makes of a provider's variables. All faults are reported together. */
export function readSettings<Variable extends string, Settings>(
  read: (reader: SettingsReader<Variable>) => Settings,
): z.ZodType<Settings, Environment> {
  return environment.transform((env, context) => {
    const settings = read(createReader(env, context))
    return context.issues.length > 0 ? z.NEVER : settings
  })
}

function createReader<Variable extends string>(env: Environment, context: z.core.$RefinementCtx) {
  function report(variable: Variable, wanted: string): void {
    context.addIssue({ code: 'custom', path: [variable], message: wanted })
  }
  /** undefined when it is absent or blank. Spaces around it are kept. */
  function text(variable: Variable): string | undefined {
    const value = env[variable]
    return value?.trim() ? value : undefined
  }
  /** The parts between commas, without blank ones. */
  function list(variable: Variable): readonly string[] {
    const parts = (text(variable) ?? '').split(',').map(part => part.trim())
    return parts.filter(part => part !== '')
  }

  return {
    report,
    text,
    list,
    /** Like `list`. A part that cannot be a part of an address is a fault. */
    addressParts(variable: Variable): readonly string[] {
      const parts = list(variable)
      if (parts.some(part => !/^[A-Za-z0-9_.~-]+$/.test(part)))
        report(variable, 'must consist of letters, digits and _ . ~ - only, because it is part of an address')
      return parts
    },
    /** An http or https URL without credentials, query, fragment or slash at its end. */
    baseUrl(variable: Variable, fallback: string): string {
      const given = (text(variable) ?? fallback).trim()
      const url = URL.canParse(given) ? new URL(given) : null
      if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search || url.hash) {
        report(variable, `must be an http or https URL without credentials, query or fragment, like ${fallback}`)
        return fallback
      }
      return url.href.replace(/\/+$/, '')
    },
    /** Without spaces around it. A value that a header cannot hold is a fault. */
    headerValue(variable: Variable): string | undefined {
      const value = text(variable)?.trim()
      if (value !== undefined && !/^[\x21-\x7e]+$/.test(value))
        report(variable, 'must be printable ASCII without spaces')
      return value
    },
    /** Variables that are used together: when one is set, each missing one is a fault. */
    together(...variables: readonly Variable[]): void {
      const present = variables.find(variable => text(variable) !== undefined)
      if (present === undefined) return
      for (const variable of variables)
        if (text(variable) === undefined) report(variable, `is missing: ${present} needs it`)
    },
  }
}
