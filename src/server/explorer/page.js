import { createClient } from '/explorer/graphql-ws/client.js'
import { createRoot, React, Ruru } from '/explorer/static/ruru.js'
import { createMemory } from './memory.js'
import { createSamplePdf } from './sample-pdf.js'

const find = id => document.getElementById(id)
const socketAddress = new URL('/graphql', location.href.replace(/^http/, 'ws')).href
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

function isSubscription({ documentAST }, { operationName }) {
  const operations = documentAST?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? []
  const asked = operations.find(({ name }) => name?.value === operationName) ?? operations[0]
  return asked?.operation === 'subscription'
}

async function* subscribe(request, headers) {
  const client = createClient({ url: socketAddress, connectionParams: headers, retryAttempts: 0 })
  try {
    yield* client.iterate(request)
  } catch (error) {
    throw error instanceof CloseEvent ? new Error(`The socket was closed: ${error.code} ${error.reason}`) : error
  } finally {
    client.dispose()
  }
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
  const request = { query, variables: memory.fillIn(variables), operationName }
  const headers = withKey(options.headers)
  return isSubscription(options, request) ? subscribe(request, headers) : post(request, headers)
}

function showUpload() {
  const upload = memory.upload()
  for (const button of find('upload').querySelectorAll('button')) button.disabled = upload === null
  find('uploaded').textContent = upload ? `to ${memory.id('document')}` : 'Run CreateDocumentUpload first.'
}

async function send(bytes) {
  const { url, method, headers } = memory.upload()
  const { pathname, search } = new URL(url)
  find('uploaded').textContent = 'Sending…'
  // The address is that of the public name of this server, which need not be the one this page was opened under.
  const answer = await fetch(pathname + search, {
    method,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: bytes,
  })
  const { error, status } = await answer.json().catch(() => ({}))
  find('uploaded').textContent = answer.ok
    ? `${status ?? 'Sent'}. Go on with StartAnalysis.`
    : `${answer.status} ${error?.message}`
}

find('upload').addEventListener('submit', event => {
  event.preventDefault()
  const [file] = find('file').files
  if (file) send(file)
  else find('uploaded').textContent = 'Choose a file first.'
})
find('sample').addEventListener('click', () => send(createSamplePdf()))
find('reset').addEventListener('click', () => {
  for (const name of Object.keys(localStorage)) if (name.startsWith('graphiql:')) localStorage.removeItem(name)
  location.reload()
})
showUpload()

const defaultTabs = await fetch('/explorer/operations.json').then(answer => answer.json())
createRoot(find('explorer')).render(
  React.createElement(Ruru, { fetcher, defaultTabs, defaultEditorToolsVisibility: 'variables', debugTools: [] }),
)
