import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { FileCommand } from '../command.ts'
import { onlyArgument } from '../command.ts'
import { readCheckpoints } from '../verify/checkpoints.ts'
import { BadFile, Lie } from '../verify/faults.ts'
import { fileLines } from '../verify/read-file.ts'
import { lieWords, verifiedWords } from '../verify/report.ts'
import { verifyBundle } from '../verify/verify-bundle.ts'

export const verifyCommand: FileCommand = {
  name: 'verify',
  usage: '<bundle> [--against <kept checkpoints>]',
  summary: 'Check a bundle: every hash, the chain, the votes and the versions. Ends at the first lie and names it.',
  parseForFiles(args) {
    const options = { against: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const file = resolve(onlyArgument(positionals, 'a bundle'))
    return async (_place, print) => {
      try {
        const kept = values.against === undefined ? [] : readCheckpoints(readKept(values.against))
        const verified = await verifyBundle(fileLines(file), kept)
        for (const line of verifiedWords(verified)) print(line)
        print('Everything in this bundle is as its record says.')
        return 0
      } catch (error) {
        if (error instanceof Lie) for (const line of lieWords(error)) print(line)
        else if (error instanceof BadFile) print(error.message)
        else throw error
        return 1
      }
    }
  },
}

function readKept(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new BadFile(`The kept checkpoints cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
