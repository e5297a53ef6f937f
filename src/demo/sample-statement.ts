import { toLiteral, toPdfText } from '../simulation/simple-pdf.ts'

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

/** A bank statement as a PDF of one page, the same bytes every time. */
export function createSampleStatement(): string {
  const shown = lines.map(line => `(${toLiteral(line)}) '`).join('\n')
  return toPdfText({ version: '1.4', font: 'Courier', content: `BT\n/F1 9 Tf\n14 TL\n72 780 Td\n${shown}\nET` })
}
