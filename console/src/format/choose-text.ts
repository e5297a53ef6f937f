interface LocalizedText {
  /** A BCP 47 tag, such as `en` or `fr-CA`. */
  readonly language: string
  readonly text: string
}

/**
 * The text in the most preferred language, else in English, else the first one.
 *
 * @param preferred BCP 47 tags, the most preferred first, such as those of `navigator.languages`
 */
export function chooseText<Text extends LocalizedText>(
  texts: readonly Text[],
  preferred: readonly string[],
): Text | undefined {
  for (const wanted of [...preferred, 'en']) {
    const found = texts.find(({ language }) => toBase(language) === toBase(wanted))
    if (found) return found
  }
  return texts[0]
}

function toBase(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}
