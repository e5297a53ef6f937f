import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** The summary of a CPU profile: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
export interface Profile {
  /** The busy time in microseconds. */
  readonly busyUs: number
  /** The self time of functions, by package or file. */
  readonly byPlace: ReadonlyMap<string, number>
  readonly byFunction: ReadonlyMap<string, number>
}

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

export async function readProfile(path: string): Promise<Profile> {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const frames = new Map(nodes.map(node => [node.id, node.callFrame]))
  const byPlace = new Map<string, number>()
  const byFunction = new Map<string, number>()
  const add = (sums: Map<string, number>, key: string, us: number) => sums.set(key, (sums.get(key) ?? 0) + us)
  let busyUs = 0
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (!frame || frame.functionName === '(idle)') continue
    const us = timeDeltas[index] ?? 0
    const place = placeOf(frame.url) || frame.functionName
    busyUs += us
    add(byPlace, place, us)
    add(byFunction, `${frame.functionName || '(anonymous)'} ${place}:${frame.lineNumber + 1}`, us)
  }
  return { busyUs, byPlace, byFunction }
}

function placeOf(url: string): string {
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  return inPackage ?? /\/((?:src|bench)\/.*)/.exec(url)?.[1] ?? url
}
