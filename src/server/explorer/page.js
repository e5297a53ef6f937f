import { createRoot, React, Ruru } from '/explorer/static/ruru.js'
import { follow } from './follow.js'
import { createMemory } from './memory.js'
import { createSamplePdf } from './sample-pdf.js'
import { showWhatCanBeTried } from './try-failures.js'

const find = id => document.getElementById(id)
const memory = createMemory(sessionStorage)

globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const file = { json: 'jsonWorker.js', graphql: 'graphqlWorker.js' }[label] ?? 'editorWorker.js'
    return new Worker(`/explorer/static/${file}`, { type: 'module' })
  },
}

function withKey(headers = {}) {
  const key = find('api-key').value
  return key === '' ? headers : { 'x-api-key': key, ...headers }
}

/** Right after a change of tabs, GraphiQL still sends the operation name of the previous tab. */
function findOperation(query, wantedName) {
  const operations = [...query.matchAll(/^(query|mutation|subscription)\b *(\w*)/gm)].map(([, kind, name]) => ({
    kind,
    name,
  }))
  return operations.find(({ name }) => name === wantedName) ?? operations[0] ?? { kind: 'query', name: '' }
}

async function post(request, headers) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    body: JSON.stringify(request),
  })
  const result = await answer.json()
  if (memory.learn(result)) showUpload()
  return result
}

async function fetcher({ query, variables, operationName }, options = {}) {
  const { kind, name } = findOperation(query, operationName)
  const { filledIn, missing } = memory.fillIn(variables, location.origin)
  if (missing.length > 0)
    return {
      errors: [{ message: `There is no ${missing[0]} yet: run the tab that creates one, or enter an id.` }],
    }
  const request = { query, variables: filledIn, operationName: name || undefined }
  const headers = withKey(options.headers)
  return kind === 'subscription' ? follow(request, headers) : post(request, headers)
}

/** @param text shown beside the buttons, which are enabled while there is an upload address */
function showUpload(text) {
  const upload = memory.upload()
  for (const button of find('upload').querySelectorAll('button')) button.disabled = upload === null
  find('uploaded').textContent = text ?? (upload ? `to ${memory.id('document')}` : 'Run CreateDocumentUpload first.')
}

/** After these errors a file may be sent to the same address again. */
const mayBeSentAgain = ['BAD_USER_INPUT', 'DEADLINE_EXCEEDED', 'INTERNAL', undefined]

async function send(bytes) {
  const { url, method, headers } = memory.upload()
  const { pathname, search } = new URL(url)
  for (const button of find('upload').querySelectorAll('button')) button.disabled = true
  find('uploaded').textContent = 'Sending…'
  // The URL has the public name of this server, which may differ from the one this page was opened under.
  const answer = await fetch(pathname + search, {
    method,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: bytes,
  }).catch(() => null)
  const { error, status } = (await answer?.json().catch(() => null)) ?? {}
  const isSpent = answer !== null && (answer.ok || !mayBeSentAgain.includes(error?.code))
  if (isSpent && memory.upload()?.url === url) memory.forgetUpload()
  if (answer?.ok) showUpload(`${status ?? 'Sent'}. Go on with StartAnalysis.`)
  else if (answer === null) showUpload('The connection broke. Send the file again.')
  else if (isSpent) showUpload(`${answer.status} ${error.message} Run CreateDocumentUpload again.`)
  else showUpload(`${answer.status} ${error?.message ?? 'The file was not accepted. Send it again.'}`)
}

find('upload').addEventListener('submit', event => {
  event.preventDefault()
  const [file] = find('file').files
  if (file) send(file)
  else find('uploaded').textContent = 'Choose a file first.'
})
const openChosen = await showWhatCanBeTried()
find('sample').addEventListener('click', async () => send(openChosen ? await openChosen() : createSamplePdf()))
/** Replaces the tabs that GraphiQL has stored when the page loads, because until then GraphiQL may still write its own. */
function showReadyMadeTabs() {
  sessionStorage.setItem('assay:tabs', 'ready-made')
  location.reload()
}
find('reset').addEventListener('click', showReadyMadeTabs)
/**
 * Corrects the tabs that GraphiQL has stored: a page that was left while it loaded has lost the variables.
 *
 * @returns the active tab, because without one GraphiQL opens an additional empty tab
 */
function restoreTabs(readyMade) {
  for (const name of ['query', 'variables', 'headers']) localStorage.removeItem(`graphiql:${name}`)
  if (sessionStorage.getItem('assay:tabs') === 'ready-made') localStorage.removeItem('graphiql:tabState')
  sessionStorage.removeItem('assay:tabs')
  const kept = JSON.parse(localStorage.getItem('graphiql:tabState') ?? 'null')
  if (!kept) return {}
  const variablesOf = query => readyMade.find(operation => operation.query === query)?.variables ?? ''
  const tabs = kept.tabs.map(tab => ({ ...tab, variables: tab.variables || variablesOf(tab.query) }))
  localStorage.setItem('graphiql:tabState', JSON.stringify({ ...kept, tabs }))
  const { query, variables } = tabs[kept.activeTabIndex] ?? {}
  return { initialQuery: query ?? '', initialVariables: variables ?? '' }
}

// GraphiQL reads the schema once, and it may depend on the key. The key is stored only for this tab.
find('api-key').value = sessionStorage.getItem('assay:key') ?? ''
find('api-key').addEventListener('change', ({ target }) => {
  sessionStorage.setItem('assay:key', target.value)
  location.reload()
})
showUpload()

const groups = await fetch('/explorer/operations.json').then(answer => answer.json())
const shown = groups.find(({ name }) => name === localStorage.getItem('assay:group')) ?? groups[0]
for (const { name } of groups) find('group').append(new Option(name, name, name === shown.name, name === shown.name))
find('group').addEventListener('change', ({ target }) => {
  localStorage.setItem('assay:group', target.value)
  showReadyMadeTabs()
})
const defaultTabs = shown.operations
createRoot(find('explorer')).render(
  React.createElement(Ruru, {
    fetcher,
    defaultTabs,
    ...restoreTabs(defaultTabs),
    defaultEditorToolsVisibility: 'variables',
    debugTools: [],
  }),
)
