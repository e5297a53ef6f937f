const find = id => document.getElementById(id)

function showClock({ now, forwardSeconds }) {
  const ahead = forwardSeconds === 0 ? '' : `, ${Math.round(forwardSeconds / 360) / 10} h ahead`
  find('clock').textContent = `${now.slice(0, 16).replace('T', ' ')} UTC${ahead}`
}

async function forward(seconds) {
  const answer = await fetch('/sandbox/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ forwardSeconds: seconds }),
  })
  const body = await answer.json()
  if (answer.ok) showClock(body)
  else find('clock').textContent = body.error.message
}

/**
 * Shows the sample documents and the clock if the server is a sandbox.
 *
 * @returns a function that opens the chosen document in a new variant each time; null if the server is not a sandbox
 */
export async function showWhatCanBeTried() {
  const answer = await fetch('/sandbox').catch(() => null)
  if (!answer?.ok) return null
  const { documents, clock } = await answer.json()
  for (const { outcome, name, description, password } of documents) {
    const option = new Option(password === null ? name : `${name} (password: ${password})`, outcome)
    option.title = description
    find('outcome').append(option)
  }
  showClock(clock)
  for (const button of document.querySelectorAll('#time button'))
    button.addEventListener('click', () => forward(Number(button.value)))
  for (const element of document.querySelectorAll('.sandbox')) element.hidden = false
  return async () => {
    const chosen = documents.find(({ outcome }) => outcome === find('outcome').value)
    return (await fetch(`${chosen.url}?variant=${crypto.randomUUID()}`)).blob()
  }
}
