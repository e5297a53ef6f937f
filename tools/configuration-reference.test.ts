import { expect, test } from 'vitest'
import { createConfigurationReference } from './configuration-reference.ts'

test('a variable has a row with its default and its comment; variables below one comment share a row', () => {
  const example = `# Every setting.

# --- Server -----------

# Where it listens.
HOST=127.0.0.1
# What browsers reach it under: uploads,
# webhooks. Default: \`http://HOST:PORT\`. It may have a path.
PUBLIC_URL=

# --- npm run simulators ---

# The credentials.
KEY_ID=
KEY_SECRET=
`
  expect(createConfigurationReference(example)).toBe(`## Server

| variable | default | meaning |
| --- | --- | --- |
| \`HOST\` | \`127.0.0.1\` | Where it listens. |
| \`PUBLIC_URL\` | \`http://HOST:PORT\` | What browsers reach it under: uploads, webhooks. It may have a path. |

## \`npm run simulators\`

| variable | default | meaning |
| --- | --- | --- |
| \`KEY_ID\`, \`KEY_SECRET\` | – | The credentials. |
`)
})

test('a variable without a comment is an error with its name', () => {
  expect(() => createConfigurationReference('# --- Server ---\n\n# Its port.\nPORT=1\n\nHOST=\n')).toThrow(
    'HOST has no comment',
  )
})
