import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Response } from 'express'

/** Characters sent at once. */
const pieceLength = 64 * 1024

/**
 * Sends a text that grows with the atlas as it is made: between two pieces others are answered, and no more is made
 * than the reader takes. Who goes away in the middle ends it.
 */
export async function streamText(response: Response, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await sent(Readable.from(pieces(lines)), response)
}

/** Sends a stream; who goes away in the middle ends it. */
export async function sent(stream: Readable, response: Response): Promise<void> {
  try {
    await pipeline(stream, response)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function* pieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
    await setImmediate()
  }
  if (piece !== '') yield piece
}
