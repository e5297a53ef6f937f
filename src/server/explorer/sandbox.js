import { createMemory } from './memory.js'

// Apollo Sandbox is loaded from Apollo's site. Its requests are sent from this page.
const address = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js'
const patienceMs = 8_000
const find = id => document.getElementById(id)
const memory = createMemory(sessionStorage)
const initialEndpoint = new URL('/graphql', location.href).href
let embedded = null

function admitOffline() {
  find('offline').hidden = false
}

/** Sends a request of Sandbox with the ids of created objects, and remembers the ids in the answer. */
async function handleRequest(url, options) {
  const request = JSON.parse(options.body)
  const { filledIn } = memory.fillIn(request.variables, location.origin)
  const answer = await fetch(url, { ...options, body: JSON.stringify({ ...request, variables: filledIn }) })
  memory.learn(await answer.clone().json())
  return answer
}

/** Sandbox takes its operation, variables and headers when it is created, so another choice creates a new one. */
function embed({ query, variables }) {
  const { filledIn, missing } = memory.fillIn(JSON.parse(variables), location.origin)
  const key = find('api-key').value
  embedded?.dispose()
  embedded = new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint,
    initialSubscriptionEndpoint: initialEndpoint.replace(/^http/, 'ws'),
    endpointIsEditable: false,
    hideCookieToggle: true,
    runTelemetry: false,
    allowDynamicStyles: false,
    handleRequest,
    initialState: {
      document: query,
      variables: missing.length === 0 ? filledIn : JSON.parse(variables),
      sharedHeaders: key === '' ? {} : { 'x-api-key': key },
      pollForSchemaUpdates: false,
    },
  })
}

async function begin() {
  const groups = await fetch('/explorer/operations.json').then(answer => answer.json())
  const operations = groups.flatMap(group => group.operations)
  for (const { name, operations: members } of groups) {
    const group = document.createElement('optgroup')
    group.label = name
    group.append(...members.map(one => new Option(one.name, operations.indexOf(one))))
    find('operation').append(group)
  }
  const show = () => embed(operations[find('operation').value])
  find('api-key').value = sessionStorage.getItem('assay:key') ?? ''
  find('api-key').addEventListener('change', ({ target }) => {
    sessionStorage.setItem('assay:key', target.value)
    show()
  })
  find('operation').addEventListener('change', show)
  show()
}

const giveUp = setTimeout(admitOffline, patienceMs)
const script = document.createElement('script')
script.src = address
script.addEventListener('error', () => {
  clearTimeout(giveUp)
  admitOffline()
})
script.addEventListener('load', () => {
  clearTimeout(giveUp)
  begin().catch(admitOffline)
})
document.head.append(script)
