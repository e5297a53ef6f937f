import { GraphQLError, Lexer, Source, TokenKind } from 'graphql'
import { LRUCache } from 'lru-cache'
import { limits } from './limits.ts'
import { tooComplex } from './too-complex.ts'

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])
const rememberedCharacters = 4 * 1024 * 1024

/**
 * Checks a document's size before it is parsed. A document that passed before is not checked again.
 *
 * @returns a function that throws AppError QUERY_TOO_COMPLEX
 */
export function createSourceCheck(): (text: string) => void {
  const passed = new LRUCache<string, true>({
    maxSize: rememberedCharacters,
    sizeCalculation: (_, text) => text.length + 1,
  })
  return text => {
    if (passed.has(text)) return
    checkSource(text)
    passed.set(text, true)
  }
}

function checkSource(text: string): void {
  if (text.length > limits.characters)
    throw tooComplex('The document has', [text.length, limits.characters], 'characters')
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  let nesting = 0
  for (;;) {
    const kind = nextKind(lexer)
    if (kind === null || kind === TokenKind.EOF) return
    tokens += 1
    if (opening.has(kind)) nesting += 1
    if (closing.has(kind)) nesting -= 1
    if (tokens > limits.tokens) throw tooComplex('The document has', [null, limits.tokens], 'tokens')
    if (nesting > limits.nesting) throw tooComplex('The document has', [null, limits.nesting], 'levels of brackets')
  }
}

/** @returns null when the text is not GraphQL, which the parser will report */
function nextKind(lexer: Lexer): TokenKind | null {
  try {
    return lexer.advance().kind
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}
