import { createCipheriv, createHash } from 'node:crypto'
import { createPdf } from './simple-pdf.ts'

/**
 * The PDF of `createPdf`, encrypted with AES-256, so that any reader opens it with the password. The same arguments
 * give the same bytes, because the values that should be random follow from the content; it therefore protects nothing.
 * ISO 32000-2, 7.6.4 (revision 6).
 */
export function createLockedPdf(lines: readonly string[], password: string): Buffer {
  const chance = (name: string, length: number) =>
    createHash('sha512')
      .update(`${name} ${JSON.stringify(lines)}`)
      .digest()
      .subarray(0, length)
  const secret = Buffer.from(password)
  const key = chance('file key', 32)
  const user = toKeyEntries(secret, key, { salts: chance('user', 16), context: Buffer.alloc(0) })
  const owner = toKeyEntries(secret, key, { salts: chance('owner', 16), context: user.check })
  const permissions = -4
  const members = {
    Filter: '/Standard',
    V: '5',
    R: '6',
    Length: '256',
    CF: '<< /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >>',
    StmF: '/StdCF',
    StrF: '/StdCF',
    U: toHexString(user.check),
    UE: toHexString(user.sealedKey),
    O: toHexString(owner.check),
    OE: toHexString(owner.sealedKey),
    P: String(permissions),
    Perms: toHexString(sealPermissions(key, permissions)),
  }
  const dictionary = Object.entries(members).map(([name, value]) => `/${name} ${value}`)
  return createPdf(lines, {
    dictionary: `<< ${dictionary.join(' ')} >>`,
    id: chance('id', 16).toString('hex'),
    encrypt(content) {
      const vector = chance('content', 16)
      const cipher = createCipheriv('aes-256-cbc', key, vector)
      return Buffer.concat([vector, cipher.update(content), cipher.final()])
    },
  })
}

/** The entries with which a reader checks a password and decrypts the key of the file. */
function toKeyEntries(
  password: Buffer,
  key: Buffer,
  { salts, context }: { readonly salts: Buffer; readonly context: Buffer },
): { readonly check: Buffer; readonly sealedKey: Buffer } {
  const [validation, keySalt] = [salts.subarray(0, 8), salts.subarray(8)]
  const check = Buffer.concat([hash(password, validation, context), validation, keySalt])
  const sealing = createCipheriv('aes-256-cbc', hash(password, keySalt, context), Buffer.alloc(16)).setAutoPadding(
    false,
  )
  return { check, sealedKey: Buffer.concat([sealing.update(key), sealing.final()]) }
}

/** Algorithm 2.B. */
function hash(password: Buffer, salt: Buffer, context: Buffer): Buffer {
  let digest = createHash('sha256').update(password).update(salt).update(context).digest()
  for (let round = 1; ; round += 1) {
    const block = Buffer.concat([password, digest, context])
    const cipher = createCipheriv('aes-128-cbc', digest.subarray(0, 16), digest.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => block)))
    // The first 16 bytes as a number modulo 3, which is the sum of the bytes modulo 3.
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    digest = createHash(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512')
      .update(mixed)
      .digest()
    if (round >= 64 && (mixed.at(-1) ?? 0) <= round - 32) return digest.subarray(0, 32)
  }
}

/** Algorithm 10: the encrypted permissions, by which a reader detects a change of `P`. */
function sealPermissions(key: Buffer, permissions: number): Buffer {
  const plain = Buffer.alloc(16, 'permissions')
  plain.writeInt32LE(permissions, 0)
  plain.writeInt32LE(-1, 4)
  plain.write('Tadb', 8)
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

function toHexString(bytes: Buffer): string {
  return `<${bytes.toString('hex')}>`
}
