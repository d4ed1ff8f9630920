import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { signalWorld } from '../../factories/signal-world.ts'

describe('the check of signals', { timeout: 60_000 }, () => {
  it('[R9] [F9] names a state, an outcome or words that no ballot decided', async () => {
    const { deps, people, report, open, decide } = await signalWorld()
    const fault = async () => (await checkRecord(deps)).fault
    await report(people.ana)
    const first = await open(people.moderator)
    await decide(first.id, [
      [people.ana, 'object'],
      [people.bashir, 'object'],
    ])
    await report(people.ana, { url: 'https://example.org/second' })
    expect(await fault()).toBeNull()
    const second = await open(people.moderator)
    await decide(second.id, [
      [people.ana, 'agree'],
      [people.bashir, 'agree'],
    ])
    expect(await fault()).toBeNull()

    const db = new Database(deps.env.databaseFile)
    async function named(lie: string, truth: string) {
      expect(db.prepare(lie).run().changes).toBe(1)
      const found = await fault()
      expect(db.prepare(truth).run().changes).toBe(1)
      return `${found?.where}: ${found?.words}`
    }
    const signal = (state: string, was: string) =>
      `update signals set state = '${state}' where id = (select id from signals where state = '${was}' limit 1)`
    expect(await named(signal('not-landed', 'landed'), signal('landed', 'not-landed'))).toMatch(/^signal .*: its state/)
    expect(await named(signal('armed', 'landed'), backToLanded)).toMatch(/^signal .*: its state/)
    const armed = `select id from signals where state = 'armed' order by id limit 1`
    const other = (db.prepare(armed).get() as { id: string }).id
    expect(
      await named(
        `update signals set state = 'landed' where id = '${other}'`,
        `update signals set state = 'armed' where id = '${other}'`,
      ),
    ).toContain(`signal ${other}`)
    expect(
      await named(
        `update signal_reports set outcome = 'withdrawn' where outcome = 'landed'`,
        `update signal_reports set outcome = 'landed' where outcome = 'withdrawn'`,
      ),
    ).toMatch(/^report .*: its outcome/)
    expect(
      await named(
        `update signals set words = words || ' Or not.' where state = 'landed'`,
        `update signals set words = substr(words, 1, length(words) - 8) where state = 'landed'`,
      ),
    ).toMatch(/^ballot .*: the words of the signal/)
    expect(await fault()).toBeNull()
    db.close()
  })
})

/** The signal that has a decided report. */
const backToLanded = `update signals set state = 'landed' where id = (select signal_id from signal_reports limit 1)`
