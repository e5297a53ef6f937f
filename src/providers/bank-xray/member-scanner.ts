/** Looks for one text in a JSON answer while it arrives. */
export interface MemberScanner {
  /** Takes the next bytes. @returns the part of the wanted text that they hold, without its escapes; empty outside of it */
  push(chunk: Buffer): string
  /** Whether the wanted text has been read to its end. */
  isFound(): boolean
  /** Whether the answer has been read to its end. */
  isWhole(): boolean
}

/** Between texts; in one that is not wanted, or in the wanted one; after a backslash in either of them. */
type Place = 'outside' | 'text' | 'wanted' | 'escape' | 'wanted escape'

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/**
 * Finds the first text that is the value of a member with this name, at any depth. Everything else is passed over without
 * being kept, and without being checked: that the answer is JSON shows only by the text being there and all being closed.
 */
export function createMemberScanner(name: string): MemberScanner {
  let place: Place = 'outside'
  let depth = 0
  let isFound = false
  let isWhole = false
  /** The text that ended last, as far as it can still be the name. */
  let key = ''
  /** Whether a colon after that text makes it the name of a member, and whether one did. */
  let afterText = false
  let afterName = false
  let sequence = ''

  function takeOutside(character: string): void {
    if (/\s/.test(character)) return
    if (character === '"') {
      const isWanted = afterName && !isFound && key === name
      place = isWanted ? 'wanted' : 'text'
      if (!isWanted) key = ''
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    isWhole ||= depth === 0 && character !== '"'
    afterName = character === ':' && afterText
    afterText = false
  }

  function takeText(character: string): void {
    if (character === '\\') place = 'escape'
    else if (character === '"') {
      place = 'outside'
      afterText = true
    } else if (key.length <= name.length) key += character
  }

  /** @returns what the sequence stands for once it is complete */
  function takeEscape(character: string): string {
    sequence += character
    if (sequence.startsWith('u') && sequence.length < 5) return ''
    const meant = sequence.startsWith('u')
      ? String.fromCharCode(Number.parseInt(sequence.slice(1), 16))
      : (escapes[sequence] ?? sequence)
    sequence = ''
    place = 'wanted'
    return meant
  }

  return {
    push(chunk) {
      const characters = chunk.toString('latin1')
      let wanted = ''
      for (let at = 0; at < characters.length; at += 1) {
        const character = characters.charAt(at)
        switch (place) {
          case 'outside':
            takeOutside(character)
            break
          case 'text':
            takeText(character)
            break
          case 'escape':
            place = 'text'
            break
          case 'wanted escape':
            wanted += takeEscape(character)
            break
          case 'wanted': {
            const run = /[^"\\]*/y
            run.lastIndex = at
            const plain = run.exec(characters)?.[0] ?? ''
            wanted += plain
            at += plain.length
            if (at >= characters.length) break
            if (characters.charAt(at) === '"') {
              place = 'outside'
              isFound = true
            } else place = 'wanted escape'
          }
        }
      }
      return wanted
    },
    isFound: () => isFound,
    isWhole: () => isWhole,
  }
}
