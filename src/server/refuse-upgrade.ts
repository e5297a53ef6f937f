import type { Duplex } from 'node:stream'
import { AppError, type ErrorCode } from '../errors.ts'
import { endWithRefusal } from './end-with-refusal.ts'

const codes = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 503: 'INTERNAL' } as const satisfies Record<number, ErrorCode>

/** Refuses a WebSocket upgrade with an HTTP error. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof codes, message: string): void {
  endWithRefusal(socket, status, new AppError(codes[status], message))
}
