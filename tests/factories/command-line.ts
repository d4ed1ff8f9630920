import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { runCommand } from '../../server/cli/run-command.ts'
import { readEnv } from '../../server/env.ts'
import { temporaryFolder } from './vault-copy.ts'

/** The command line on a data folder, by default an empty one of the test's own. */
export function commandLine(dataDir = temporaryFolder()) {
  const file = join(dataDir, 'folkmoot.db')
  return {
    dataDir,
    /** Runs a command and answers with its exit code and what it said. */
    async run(...args: string[]) {
      const said: string[] = []
      const complained: string[] = []
      const code = await runCommand(args, {
        readEnv: () => readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir }),
        root: process.cwd(),
        print: (line) => said.push(line),
        complain: (line) => complained.push(line),
      })
      return { code, said: said.join('\n'), complained: complained.join('\n') }
    },
    tamper: (sql: string) => tamper(file, sql),
    query<T>(sql: string): T {
      const db = new Database(file, { readonly: true })
      const row = db.prepare(sql).get() as T
      db.close()
      return row
    },
  }
}

/** Changes a database behind the back of the product. */
export function tamper(file: string, sql: string): void {
  const db = new Database(file)
  const { changes } = db.prepare(sql).run()
  db.close()
  expect(changes).toBeGreaterThan(0)
}
