const section = /^# --- (.+?) -+$/
const assignment = /^([A-Z0-9_]+)=(.*)$/

/** The variables below one comment. */
interface Entry {
  readonly comment: string
  readonly variables: readonly { readonly name: string; readonly value: string }[]
}

/**
 * The settings of `.env.example` as tables in Markdown, one for each section. The comment above a variable, or above
 * several in a row, is its meaning. A sentence `Default: …` gives the default of a variable without a value.
 *
 * @throws Error for a variable without a comment
 */
export function createConfigurationReference(example: string): string {
  return example
    .split(/^(?=# --- )/m)
    .filter(text => section.test(text.split('\n')[0] ?? ''))
    .map(text => {
      const [head = '', ...lines] = text.split('\n')
      const rows = entriesOf(lines).map(toRow)
      return `## ${titleOf(head)}\n\n| variable | default | meaning |\n| --- | --- | --- |\n${rows.join('')}`
    })
    .join('\n')
}

function titleOf(head: string): string {
  const title = section.exec(head)?.[1] ?? ''
  return title.startsWith('npm ') ? `\`${title}\`` : title
}

function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  let comment: string[] = []
  let variables: { name: string; value: string }[] = []
  for (const line of lines) {
    const [, name, value = ''] = assignment.exec(line) ?? []
    if (name === undefined) {
      if (variables.length > 0 || line === '') comment = []
      variables = []
      if (line.startsWith('#')) comment.push(line.replace(/^# ?/, ''))
      continue
    }
    if (comment.length === 0) throw new Error(`.env.example: ${name} has no comment that says what it means.`)
    if (variables.length === 0) entries.push({ comment: comment.join(' '), variables })
    variables.push({ name, value })
  }
  return entries
}

function toRow({ comment, variables }: Entry): string {
  const stated = /\bDefault: (.+?)\.(?= [A-Z]|$)/.exec(comment)
  const meaning = comment
    .replace(stated?.[0] ?? '', '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const values = variables.flatMap(({ value }) => (value === '' ? [] : [`\`${value}\``])).join(', ')
  const names = variables.map(({ name }) => `\`${name}\``).join(', ')
  return `| ${names} | ${values || (stated?.[1] ?? '–')} | ${meaning} |\n`
}
