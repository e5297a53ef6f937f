import { z } from 'zod'

const schema = z
  .object({ PORT: z.coerce.number(), DATABASE_URL: z.string().optional(), DATA_DIR: z.string() })
  .transform(({ PORT: port, DATABASE_URL: url, DATA_DIR: directory }) => ({ port, url: url ?? null, directory }))

/** The port and database of a server, from the same variables that Assay reads. */
export function loadServerSettings(env: unknown): z.infer<typeof schema> {
  return schema.parse(env)
}
