const lines = [
  'EXAMPLE SAVINGS BANK                                STATEMENT OF ACCOUNT',
  '1 Sample Street, Exampleton                         No. 2025-08',
  '',
  'Account holder   Ada Example',
  'Account          0000 0000 0001                     Currency EUR',
  'Period           2025-01-01 to 2025-03-31',
  '',
  'DATE        DESCRIPTION                          AMOUNT         BALANCE',
  '------------------------------------------------------------------------',
  '            Opening balance                                     1250.00',
  '2025-01-02  Rent                                -850.00          400.00',
  '2025-01-31  Salary, Example Works Ltd           2400.00         2800.00',
  '2025-02-03  Rent                                -850.00         1950.00',
  '2025-02-14  Corner Grocer                        -42.10         1907.90',
  '2025-02-28  Salary, Example Works Ltd           2400.00         4307.90',
  '2025-03-03  Rent                                -850.00         3457.90',
  '2025-03-17  Power and Light                      -96.55         3361.35',
  '2025-03-31  Salary, Example Works Ltd           2400.00         5761.35',
  '            Closing balance                                     5761.35',
  '',
  'A sample. Bank, person and figures are invented.',
]

/**
 * A bank statement as a PDF of one page, the same bytes every time. Follows ISO 32000-1, 7.5 (file structure) and 9.4
 * (text), with a font that every reader has.
 */
export function createSampleStatement(): string {
  const shown = lines.map(line => `(${line.replace(/[\\()]/g, '\\$&')}) '`).join('\n')
  const drawing = `BT\n/F1 9 Tf\n14 TL\n72 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ]
  let text = '%PDF-1.4\n'
  // One character is one byte: everything is ASCII.
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}
