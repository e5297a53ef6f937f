import { createInputReader } from '../../../simulation/read-json.ts'
import { validationError } from './vendor-error.ts'

/** Both throw VendorError 400 naming each field at fault. */
export const { readJson, parseInput } = createInputReader(validationError)
