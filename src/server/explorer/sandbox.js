// Apollo Sandbox comes from Apollo's own site; what it sends, it sends from this page.
const address = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js'
const patienceMs = 8_000

function admitOffline() {
  document.querySelector('#offline').hidden = false
}

async function embed() {
  const operations = await fetch('/explorer/operations.json').then(answer => answer.json())
  const initialEndpoint = new URL('/graphql', location.href).href
  new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint,
    initialSubscriptionEndpoint: initialEndpoint.replace(/^http/, 'ws'),
    endpointIsEditable: false,
    hideCookieToggle: true,
    runTelemetry: false,
    allowDynamicStyles: false,
    initialState: { document: operations.map(({ query }) => query).join('\n'), pollForSchemaUpdates: false },
  })
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
  embed().catch(admitOffline)
})
document.head.append(script)
