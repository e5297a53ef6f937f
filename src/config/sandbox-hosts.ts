import { splitList } from './variable-schemas.ts'

/** `localhost`, `assay`, `sandbox.example.com`, `192.168.0.7`. */
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i
const addressOfNothing = /^0(\.0)*$/

/** Parses `assay,192.168.0.7`, the value of SANDBOX_HOSTS. @returns in lower case, as browsers write them */
export function readSandboxHosts(text: string | undefined, faults: string[]): readonly string[] {
  const hosts = splitList(text)
  for (const host of hosts)
    if (!hostName.test(host) || addressOfNothing.test(host))
      faults.push(
        `SANDBOX_HOSTS: got "${host}"; wants names or IPv4 addresses under which browsers reach the sandbox, comma-separated, without scheme and port, such as assay,192.168.0.7`,
      )
  return hosts.map(host => host.toLowerCase())
}
