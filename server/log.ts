import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import pino from 'pino'

export type { Logger } from 'pino'

/**
 * Structured logs without secrets: whatever carries one is removed by name before a line is written.
 *
 * @param destination where lines go; standard output unless given.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    // Pino writes an `err` whole unless told otherwise.
    serializers: { error: describeError, err: describeError },
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
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * An error without what it carries along: a failed query would bring its parameters (texts, mails, hashes), and any
 * property of an error would be written as it is.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error
  const message = error.message.replace(/\nparams:[\s\S]*/, '')
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    message,
    stack: stack.join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
