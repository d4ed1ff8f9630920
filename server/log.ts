import type { Logger } from 'pino'
import pino from 'pino'

export type { Logger } from 'pino'

/** Structured logs without secrets: whatever carries one is removed by name before a line is written. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        'password',
        '*.password',
        'token',
        '*.token',
        'cookie',
        '*.cookie',
        'headers.authorization',
        '*.headers.authorization',
        'headers.cookie',
        '*.headers.cookie',
        'email',
        '*.email',
        'receipt',
        '*.receipt',
      ],
      remove: true,
    },
  })
}
