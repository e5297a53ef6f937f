import { z } from 'zod'
import type { Findings } from '../../src/providers/findings.ts'

/** Findings in which every member has a value. */
export function createFullFindings(documentId: string, name = 'one'): Findings {
  const signal = {
    code: 'author',
    sentiment: 'BAD',
    value: '3',
    quantile: '0.25',
    explanations: ['The author of the file was changed.'],
  } as const
  return {
    statements: [
      {
        reference: `statement-${name}`,
        documentId,
        bankName: 'Test Bank',
        account: {
          holderName: 'Example B.V.',
          accountNumber: '0012345678',
          maskedNumber: '******5678',
          iban: 'NO9386011117947',
          maskedIban: 'NO*********7947',
          bic: 'DNBANOKKXXX',
          ifsc: 'SBIN0000001',
          micr: '110002001',
          category: 'Current account',
          creditLimit: { value: '1000.00', currency: 'EUR' },
          overdraftLimit: { value: '500.00', currency: 'EUR' },
          countryCode: 'NO',
        },
        from: '2026-01-01',
        to: '2026-01-31',
        currency: 'EUR',
        openingBalance: '0.30',
        closingBalance: '1.30',
        totalCredits: '1.00',
        totalDebits: '0.00',
        transactionCount: 1,
        providerCheck: 'OK',
        pageCount: 2,
        fraudSignals: [signal],
        confidence: { overall: '0.9', ocr: '0.8', extraction: '0.7' },
      },
    ],
    transactions: [
      {
        statementReference: `statement-${name}`,
        documentId,
        providerTransactionId: `movement-${name}`,
        status: 'BOOKED',
        amount: '1.00',
        currency: 'EUR',
        direction: 'CREDIT',
        bookingDate: '2026-01-05',
        valueDate: '2026-01-06',
        description: 'Invoice 17',
        counterparty: {
          name: 'Kramladen',
          iban: 'NO9386011117947',
          bic: 'DNBANOKKXXX',
          creditorId: 'DE98ZZZ09999999999',
        },
        channel: 'TRANSFER',
        category: { code: 'OTHER_INCOME', providerCode: 'income' },
        tags: [{ name: 'regular', source: 'vendor' }],
        codes: [{ type: 'GVC', value: '166' }],
        mandateReference: 'M-1',
        reference: 'E2E-1',
        balanceAfter: '1.30',
      },
    ],
    assessments: [
      {
        kind: 'AFFORDABILITY',
        level: 'MEDIUM',
        score: { value: '0.5', min: '0', max: '1', higherIsRiskier: true },
        riskClass: 3,
        flag: { color: 'orange', dataSanity: '0.9' },
        signals: [signal],
        metrics: [{ name: 'averageIncome', value: '3100.00', unit: 'EUR', basis: 'period' }],
        providerReference: `assessment-${name}`,
        assessedAt: new Date('2026-02-01T00:00:00Z'),
      },
    ],
    decision: {
      status: 'REJECTED',
      fraudRisk: 'HIGH',
      validation: 'COMPLIANT',
      providerWords: { status: 'rejected', fraudRisk: 'high', validation: 'compliant' },
      consistent: true,
      alerts: [
        {
          source: 'FRAUD',
          providerSource: 'fraud',
          messages: [{ language: 'en', text: 'The sum is wrong.' }],
          documentIds: [documentId],
        },
      ],
      decidedAt: new Date('2026-02-01T00:00:00Z'),
      providerReference: `decision-${name}`,
      shareUrl: 'https://vendor.example/share/1',
    },
    reports: [
      {
        reference: `report-${name}`,
        name: 'report.pdf',
        mediaType: 'application/pdf',
        createdAt: new Date('2026-02-01T00:00:00Z'),
      },
    ],
  }
}

/** Members that are our own words or ids, so they never contain a vendor's text. */
const ours = new Set([
  'documentId',
  'documentIds',
  'status',
  'direction',
  'sentiment',
  'kind',
  'level',
  'fraudRisk',
  'validation',
  'source',
])
const vendorsAllTheSame = new Set([
  'providerWords.status',
  'providerWords.fraudRisk',
  'providerWords.validation',
  'tags.source',
])

type Path = readonly (string | number)[]

/** The paths of all values that come from a vendor. */
export function vendorMembersOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    const names = path.filter(step => typeof step === 'string')
    const isOurs = ours.has(names.at(-1) ?? '') && !vendorsAllTheSame.has(names.slice(-2).join('.'))
    // The category's code is ours, too; codes of signals and of banks are the vendor's.
    return isOurs || names.slice(-2).join('.') === 'category.code' ? [] : [path]
  }
  return Object.entries(value).flatMap(([key, member]) =>
    vendorMembersOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

export function memberAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
}

/** Not validated, because the new value has the type of the old one. */
const findingsSchema = z.custom<Findings>(value => typeof value === 'object' && value !== null)

/** A copy with another value of the same type at one path. */
export function withMember(findings: Findings, path: Path, value: unknown): Findings {
  const copy: unknown = structuredClone(findings)
  const owner = memberAt(copy, path.slice(0, -1))
  if (typeof owner === 'object' && owner !== null) Reflect.set(owner, path.at(-1) ?? '', value)
  return findingsSchema.parse(copy)
}
