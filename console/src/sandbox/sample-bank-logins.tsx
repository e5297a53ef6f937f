import { useSandbox } from './use-sandbox.ts'

/** The user names and passwords for the simulated banks. Renders nothing when banks are real. */
export function SampleBankLogins() {
  const sandbox = useSandbox()
  if (sandbox === null) return null
  return (
    <details>
      <summary>Sandbox: whom to sign in as</summary>
      <ul className="small">
        {sandbox.bankLogins.map(({ bank, userName, password, name, description }) => (
          <li key={`${bank} ${userName}`}>
            {name}: at {bank} as <code>{userName}</code> with the password <code>{password}</code>. {description}
          </li>
        ))}
      </ul>
    </details>
  )
}
