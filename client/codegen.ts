/**
 * The `config` for GraphQL Code Generator's client preset, so that generated types equal those of this package: exact
 * amounts are strings, and enums allow values of later releases.
 *
 * @example { preset: 'client', config: assayCodegen }
 */
export const assayCodegen = {
  strictScalars: true,
  immutableTypes: true,
  useTypeImports: true,
  enumType: 'string-literal',
  // A `switch` over an enum then needs a `default`, for values of later releases.
  futureProofEnums: true,
  scalars: {
    ID: 'string',
    Decimal: 'assay/client#Decimal',
    Date: 'assay/client#CalendarDate',
    DateTime: 'assay/client#DateTime',
    CurrencyCode: 'assay/client#CurrencyCode',
    Cursor: 'assay/client#Cursor',
    JSON: 'assay/client#Json',
    URL: 'assay/client#Url',
  },
} as const
