/** Small files with the signature of their type. */
export const documentFiles: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  ),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'image/png': Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001' +
      '0d0a2db40000000049454e44ae426082',
    'hex',
  ),
  'image/webp': Buffer.from(
    '52494646240000005745425056503820180000003001009d012a0100010002003425a400037000fefb9400',
    'hex',
  ),
  'image/heic': Buffer.from('0000001866747970686569630000000068656963' + '6d696631', 'hex'),
  'image/heif': Buffer.from('00000018667479706d69663100000000' + '6d69663168656966', 'hex'),
  'image/tiff': tiffOf(300_000),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': openXmlOf(
    'word/document.xml',
    'wordprocessingml.document',
  ),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': openXmlOf(
    'xl/workbook.xml',
    'spreadsheetml.sheet',
  ),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': openXmlOf(
    'ppt/presentation.xml',
    'presentationml.presentation',
  ),
  'application/vnd.oasis.opendocument.text': zipOf([['mimetype', 'application/vnd.oasis.opendocument.text']]),
  'application/vnd.oasis.opendocument.spreadsheet': zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
  ]),
}

/** A PDF of any size, always the same bytes. */
export function pdfOf(byteSize: number): Buffer {
  const bytes = Buffer.alloc(byteSize, '0123456789abcdef')
  bytes.write('%PDF-1.7\n')
  return bytes
}

/** A TIFF as scanners write it, with the directory after the picture. */
function tiffOf(pictureBytes: number): Buffer {
  const start = Buffer.from('49492a0000000000', 'hex')
  start.writeUInt32LE(start.length + pictureBytes, 4)
  const oneTag = Buffer.from('0100' + '000103000100000001000000' + '00000000', 'hex')
  return Buffer.concat([start, Buffer.alloc(pictureBytes, 7), oneTag])
}

/** An office document with the list of types after a large entry, as some programs write it. */
function openXmlOf(mainPart: string, type: string): Buffer {
  const main = `application/vnd.openxmlformats-officedocument.${type}.main+xml`
  return zipOf([
    ['_rels/.rels', '<Relationships/>'],
    [mainPart, 'x'.repeat(200_000)],
    ['[Content_Types].xml', `<Types><Override PartName="/${mainPart}" ContentType="${main}"/></Types>`],
  ])
}

/** A ZIP archive of uncompressed entries. */
export function zipOf(entries: readonly (readonly [name: string, content: string])[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), Buffer.from(content)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
