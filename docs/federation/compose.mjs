import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'

// npx node docs/federation/compose.mjs assay=http://127.0.0.1:4000/graphql > supergraph.graphql
const services = process.argv.slice(2).map(async argument => {
  const [, name, url] = /^([^=]+)=(.+)$/.exec(argument)
  const headers = { 'content-type': 'application/json', 'x-api-key': process.env.API_KEY ?? '' }
  const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{ _service { sdl } }"}' })
  const { data } = await response.json()
  return { name, url, typeDefs: parse(data._service.sdl) }
})
const { supergraphSdl, errors } = composeServices(await Promise.all(services))
if (errors) throw new AggregateError(errors, errors.map(error => error.message).join('\n'))
process.stdout.write(supergraphSdl)
