import { readFileSync } from 'node:fs'

/** Reads the JSON file that a variable names. @returns undefined, after adding a fault, when it cannot be read as JSON */
export function readJsonFile(variable: string, path: string, faults: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    faults.push(`${variable}: ${path} cannot be read as JSON (${error instanceof Error ? error.message : error})`)
    return undefined
  }
}
