import { type Answer, toFileAnswer } from '../../../simulation/answer.ts'
import { createRandom } from '../../../simulation/random.ts'
import { banks } from './banks.ts'
import { companyNames } from './parties.ts'
import { VendorError } from './vendor-error.ts'

const mediaType = 'image/svg+xml'

/** The logo of a bank or company, as the vendor's model names it. ASSUMED: `type` is a media type. */
export function toLogo(origin: string, name: string): { readonly url: string; readonly type: string } {
  return { url: `${origin}/logos/${slugOf(name)}.svg`, type: mediaType }
}

const names = new Map([...banks.map(bank => bank.name), ...companyNames].map(name => [slugOf(name), name]))

/** The image at a logo's address. @throws VendorError 404 */
export function createLogo(slug: string): Answer {
  const name = names.get(slug)
  if (name === undefined) throw new VendorError(404)
  const hue = createRandom(name).integer(0, 359)
  const letters = [...name.replace(/[^\p{L}\p{N} ]/gu, '')]
    .filter((_, index, all) => index === 0 || all[index - 1] === ' ')
    .slice(0, 2)
    .join('')
    .toUpperCase()
  const circle = `<circle cx="32" cy="32" r="32" fill="hsl(${hue} 55% 35%)"/>`
  const text = `<text x="32" y="42" font-family="sans-serif" font-size="28" text-anchor="middle" fill="#fff">${letters}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">${circle}${text}</svg>`
  return toFileAnswer(mediaType, [svg])
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
