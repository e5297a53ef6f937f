import { Field } from './field.tsx'

interface AddressFieldProps {
  readonly label: string
  readonly hint: string
  readonly url: string
}

/** An address to be copied: it is selected as soon as the field is entered. */
export function AddressField({ label, hint, url }: AddressFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {control => <input {...control} readOnly value={url} onFocus={event => event.currentTarget.select()} />}
    </Field>
  )
}
