import type { Deps } from '../deps.ts'

/** One command of `npm run cli -- <name>`. */
export interface Command {
  name: string
  /** How it is written, without its name. */
  usage: string
  summary: string
  /** Whether it makes the database where there is none yet; other commands refuse. */
  createsDatabase?(args: string[]): boolean
  /**
   * Reads the arguments after the name and answers with the work to do.
   *
   * @throws Error of `parseArgs`, or UsageError, when the arguments are not as `usage` says.
   */
  parse(args: string[]): Work
}

/** A command that works on files while no database is open. */
export interface FileCommand extends Pick<Command, 'name' | 'usage' | 'summary'> {
  /** As `parse` of a command on the database. */
  parseForFiles(args: string[]): (place: Place, print: (line: string) => void) => Promise<number>
}

/** Where the database belongs and which migrations this program knows. */
export interface Place {
  databaseFile: string
  migrations: string
}

/** Does the work; what it prints is for people, line by line. Answers with the exit code. */
export type Work = (deps: Deps, print: (line: string) => void) => Promise<number>

/** The arguments are not as the command's usage says. */
export class UsageError extends Error {}

/** The one argument of a command that takes one. */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [only, ...more] = positionals
  if (only === undefined) throw new UsageError(`Name ${what}.`)
  if (more.length > 0)
    throw new UsageError(`Name one ${what.replace(/^an? |^the /, '')} only; there is also "${more.join(' ')}".`)
  return only
}
