import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleText } from '../../record/write-bundle.ts'
import type { Command } from '../command.ts'
import { onlyArgument } from '../command.ts'

export const bundleCommand: Command = {
  name: 'bundle',
  usage: '<file> [--members]',
  summary: 'Write everything that was decided into one file that anyone can check with verify.',
  parse(args) {
    const options = { members: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const file = resolve(onlyArgument(positionals, 'a file'))
    const scope = values.members ? 'members' : 'public'
    return async (deps, print) => {
      if (existsSync(file)) {
        print(`${file} exists already. Name a new file.`)
        return 1
      }
      mkdirSync(dirname(file), { recursive: true })
      const lines = await writeWhole(file, bundleText(deps.env.databaseFile, scope))
      print(`Wrote ${lines} lines to ${file}.`)
      if (scope === 'members') print('It holds what members may see, so give it to members only.')
      return 0
    }
  },
}

/** Writes the file whole or not at all. @returns the number of lines. */
async function writeWhole(file: string, lines: AsyncIterable<string>): Promise<number> {
  const beside = `${file}.writing`
  const out = openSync(beside, 'w')
  try {
    let n = 0
    for await (const line of lines) {
      writeSync(out, line)
      n += 1
    }
    fsyncSync(out)
    renameSync(beside, file)
    return n
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  } finally {
    closeSync(out)
  }
}
