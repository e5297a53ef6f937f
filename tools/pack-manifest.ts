import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { toPackedManifest } from './packed-manifest.ts'

// Runs before `npm pack` and turns package.json into that of the client package. With `--restore`, runs after it and
// restores the file.

const place = new URL('../package.json', import.meta.url)
const kept = new URL('../dist/package.json', import.meta.url)
if (process.argv.includes('--restore')) renameSync(kept, place)
else {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(place, 'utf8')))
  copyFileSync(place, kept)
  writeFileSync(place, `${JSON.stringify(toPackedManifest(manifest), null, 2)}\n`)
}
