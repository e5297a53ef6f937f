import fc from 'fast-check'

/** Any code point except surrogates, often an ASCII character. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10f7ff }))
  .map(number => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))

/** Any text. The unit `binary` of fast-check is the same, but its first use takes two seconds of processor time. */
export function anyText(constraints: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: character })
}
