import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { busyWeek } from '../../scenarios/busy-week.ts'
import { scenarioWorld } from '../../scenarios/scenario-world.ts'
import { WeekLedger } from '../../scenarios/week-ledger.ts'
import { weekPeople } from '../../scenarios/week-people.ts'
import { weekReport } from '../../scenarios/week-report.ts'
import type { FileCommand } from '../command.ts'
import { onlyArgument, UsageError } from '../command.ts'

/** Monday, 9:00 UTC. */
const start = Date.UTC(2026, 10, 23, 9)

export const scenarioCommand: FileCommand = {
  name: 'scenario',
  usage: 'busy-week [--keep]',
  summary: 'Play a week of forty people on a site of its own, and compare every inbox with what happened.',
  parseForFiles(args) {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { keep: { type: 'boolean' } } })
    if (onlyArgument(positionals, 'the name of a scenario') !== 'busy-week') {
      throw new UsageError('There is one scenario: busy-week.')
    }
    return async (_place, print) => {
      const world = await scenarioWorld(start)
      try {
        const ledger = new WeekLedger()
        const people = await weekPeople(world)
        const decided = await busyWeek(world, people, ledger)
        const { lines, faults } = await weekReport(world, people, ledger, decided)
        for (const line of lines) print(line)
        for (const fault of faults) print(`Not as it should be: ${fault}`)
        if (faults.length === 0)
          print('Every inbox holds what it should and nothing else; the moderation log explains every act.')
        if (values.keep) print(`The site is kept: DATA_DIR=${world.folder}`)
        return faults.length === 0 ? 0 : 1
      } finally {
        await world.close()
        if (!values.keep) rmSync(world.folder, { recursive: true, force: true })
      }
    }
  },
}
