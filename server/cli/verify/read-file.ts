import { createReadStream } from 'node:fs'
import { BadFile } from './faults.ts'

/** The longest line that is read, in bytes; a ballot with a hundred thousand voters stays below. */
const longest = 64 * 1024 * 1024

/**
 * The lines of a file, one at a time, so that a file of any size takes the memory of its longest line.
 *
 * @throws BadFile where a line is too long, is not UTF-8, or the last one does not end.
 */
export async function* fileLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes)
    } catch {
      throw new BadFile('The file is not UTF-8 text.')
    }
  }
  let held: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      let rest = chunk as Buffer
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
        yield decode(Buffer.concat([...held, rest.subarray(0, end)]))
        held = []
        length = 0
        rest = rest.subarray(end + 1)
      }
      length += rest.length
      if (length > longest) throw new BadFile('A line is longer than any of a bundle.')
      if (rest.length > 0) held.push(rest)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new BadFile(`The file cannot be read: ${error.message}.`)
    throw error
  }
  if (length > 0) throw new BadFile('The file ends in the middle of a line; it was not written whole.')
}
