import { Field } from '../layout/field.tsx'
import styles from './new-case.module.css'

/** The fields for a company's register and number. */
export function RegistrationFields() {
  return (
    <div className={styles.pair}>
      <Field label="Register">
        {control => (
          <select {...control} name="scheme">
            <option value="SIREN">SIREN (France)</option>
            <option value="KVK">KVK (the Netherlands)</option>
            <option value="OTHER">Another one</option>
          </select>
        )}
      </Field>
      <Field label="Number" hint="Risk assessments of companies need it.">
        {control => <input {...control} name="registration" maxLength={500} autoComplete="off" />}
      </Field>
    </div>
  )
}
