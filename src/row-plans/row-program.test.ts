import { describe, expect, test } from 'vitest'
import { Output, viewOf } from './output.ts'
import { createRowProgram, type Step } from './row-program.ts'

const text: Step = { kind: 'text', isPlain: false }

/** The texts of rows, in one buffer. */
function write(steps: readonly Step[], rows: readonly (readonly (string | null)[])[]): string {
  const program = createRowProgram(steps)
  const output = new Output()
  for (const row of rows) {
    const columns = row.flatMap(column => {
      const length = Buffer.alloc(4)
      length.writeInt32BE(column === null ? -1 : Buffer.byteLength(column))
      return [length, Buffer.from(column ?? '')]
    })
    const bytes = Buffer.concat([Buffer.from('odd'), ...columns])
    program(output, { bytes, view: viewOf(bytes), offset: 3, length: bytes.length }, () => 'a "cursor"')
  }
  return output.bytes.toString('utf8', 0, output.end)
}

describe('a row', () => {
  test('has the text that JSON.stringify makes of a column, wherever a character is', () => {
    const characters = [...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)), '€', '😀', '\u2028']
    const texts = characters.flatMap(character =>
      Array.from({ length: 9 }, (_, before) => `${'x'.repeat(before)}${character}${'~'.repeat(8 - before)}`),
    )
    const written = write(
      [text],
      texts.map(one => [one]),
    )
    expect(written).toBe(texts.map(one => `,${JSON.stringify(one)}`).join(''))
  })

  test('has constants of every length between its columns', () => {
    for (let length = 0; length < 12; length += 1) {
      const constant = 'ä'.repeat(length) + 'b'.repeat(length % 3)
      const steps: Step[] = [text, { kind: 'constant', text: constant }, { kind: 'text', isPlain: true }]
      expect(
        write(steps, [
          ['a"', '1'],
          [null, null],
          ['', '2'],
        ]),
      ).toBe(`,"a\\""${constant}"1",null${constant}null,""${constant}"2"`)
    }
  })

  test('has null instead of an object whose flag is false or whose first column is null', () => {
    const object = (isFlagged: boolean): Step => ({
      kind: 'object',
      isFlagged,
      steps: [
        { kind: 'constant', text: '{"a":' },
        text,
        { kind: 'constant', text: ',"b":' },
        text,
        { kind: 'constant', text: '}' },
      ],
    })
    expect(
      write(
        [object(true), text],
        [
          ['t', null, '1', '2'],
          ['f', null, '1', '2'],
        ],
      ),
    ).toBe(',{"a":null,"b":"1"}"2",null"2"')
    expect(
      write(
        [object(false), text],
        [
          ['0', null, '2'],
          [null, '1', '2'],
        ],
      ),
    ).toBe(',{"a":"0","b":null}"2",null"2"')
  })

  test('has room for long cursors and texts', () => {
    const steps: Step[] = [{ kind: 'cursor' }, text]
    const rows = Array.from({ length: 300 }, (_, index) => ['\u0001'.repeat(index)])
    expect(write(steps, rows)).toBe(rows.map(([one]) => `,"a \\"cursor\\""${JSON.stringify(one)}`).join(''))
  })
})
