import { pino, type Logger } from 'pino'
import type { Env } from './env.server'

export type Log = Logger

/**
 * One JSON line an event. Bodies, tokens and passwords are never handed to it; the redaction is the second net
 * (SECURITY D34).
 */
export function createLog(level: Env['logLevel']): Log {
  return pino({
    level,
    redact: [
      'password',
      'token',
      'cookie',
      '*.password',
      '*.token',
      '*.cookie',
      'headers.cookie',
      'headers.authorization',
    ],
  })
}
