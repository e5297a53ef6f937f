import type { ShipmentChannel } from '../../__generated__/graphql.ts'
import { Field } from '../../layout/field.tsx'

/** Where a letter or a fax goes. */
export function AddressFields({ channel }: { readonly channel: ShipmentChannel }) {
  if (channel === 'FAX')
    return (
      <Field label="Fax number" hint="In international form, such as +49 30 123456.">
        {control => <input {...control} name="faxNumber" type="tel" required maxLength={100} autoComplete="off" />}
      </Field>
    )
  return (
    <>
      <Field label="Street and number">
        {control => <input {...control} name="street" required maxLength={500} autoComplete="off" />}
      </Field>
      <Field label="Postal code">
        {control => <input {...control} name="postalCode" required maxLength={50} autoComplete="off" />}
      </Field>
      <Field label="Town">
        {control => <input {...control} name="city" required maxLength={500} autoComplete="off" />}
      </Field>
      <Field label="Country" hint="Two letters, such as DE.">
        {control => <input {...control} name="country" required pattern="[A-Za-z]{2}" autoComplete="off" />}
      </Field>
    </>
  )
}
