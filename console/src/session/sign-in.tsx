import { Field } from '../layout/field.tsx'
import { Notice } from '../layout/notice.tsx'
import { chooseCredential, readCredential } from './credential.ts'
import styles from './sign-in.module.css'

/** Asks for a credential. The next request shows whether it is valid. */
export function SignIn() {
  const wasRefused = readCredential() !== null

  function enter(form: FormData): void {
    const credential = String(form.get('credential') ?? '').trim()
    if (credential !== '') chooseCredential(credential)
  }

  return (
    <form className={styles.form} action={enter}>
      <h1>Sign in</h1>
      {wasRefused && <Notice tone="bad" title="The server does not take this key, or no longer." isUrgent />}
      <Field
        label="API key or access token"
        hint="Stored in this tab until it is closed, and sent only to this server."
      >
        {control => <input {...control} name="credential" type="password" required autoComplete="off" />}
      </Field>
      <button type="submit" data-kind="primary">
        Sign in
      </button>
    </form>
  )
}
