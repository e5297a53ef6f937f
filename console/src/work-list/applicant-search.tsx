import { useDeferredValue, useState } from 'react'
import { Field } from '../layout/field.tsx'
import { Part } from '../loading/part.tsx'
import { ApplicantMatches } from './applicant-matches.tsx'
import styles from './applicant-search.module.css'

interface ApplicantSearchProps {
  readonly onChoose: (applicantId: string) => void
}

/** Finds an applicant by name, reference or register number. */
export function ApplicantSearch({ onChoose }: ApplicantSearchProps) {
  const [text, setText] = useState('')
  // The previous matches stay while new ones are loaded.
  const search = useDeferredValue(text.trim())
  return (
    <search className={styles.search}>
      <Field label="Applicant">
        {control => (
          <input
            {...control}
            type="search"
            placeholder="Name, reference or register number"
            maxLength={200}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
      {search !== '' && (
        <div className={styles.matches}>
          <Part label="Searching">
            <ApplicantMatches
              search={search}
              onChoose={id => {
                setText('')
                onChoose(id)
              }}
            />
          </Part>
        </div>
      )}
    </search>
  )
}
