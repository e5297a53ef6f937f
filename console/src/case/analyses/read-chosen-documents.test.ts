import { expect, test } from 'vitest'
import { bankNameOf, documentsField, passwordOf, readChosenDocuments } from './read-chosen-documents.ts'

test('chosen documents have their filled fields, and no empty ones', () => {
  const form = new FormData()
  form.append(documentsField, 'doc_1')
  form.append(documentsField, 'doc_2')
  form.append(passwordOf('doc_1'), ' sesame')
  form.append(passwordOf('doc_2'), '')
  form.append(bankNameOf('doc_2'), 'hdfc')
  form.append(passwordOf('doc_3'), 'of a document that was not chosen')
  expect(readChosenDocuments(form)).toEqual([
    { documentId: 'doc_1', password: ' sesame' },
    { documentId: 'doc_2', bankName: 'hdfc' },
  ])
})
