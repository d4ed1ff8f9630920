import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { busyWeek } from '../../server/scenarios/busy-week.ts'
import { scenarioWorld } from '../../server/scenarios/scenario-world.ts'
import { WeekLedger } from '../../server/scenarios/week-ledger.ts'
import { weekPeople } from '../../server/scenarios/week-people.ts'
import { weekReport } from '../../server/scenarios/week-report.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'

test('after a busy week every inbox holds what it should and nothing else, and the moderation log explains every act', async () => {
  const world = await scenarioWorld(Date.UTC(2026, 10, 23, 9))
  try {
    const ledger = new WeekLedger()
    const people = await weekPeople(world)
    const decided = await busyWeek(world, people, ledger)
    const { faults } = await weekReport(world, people, ledger, decided)
    expect(faults).toEqual([])
    expect(Object.values(people).flat()).toHaveLength(40)
    // The comparison must be one that can fail: a contribution that the ledger does not know of is found.
    const [unheard] = ledger.said.splice(ledger.said.length - 1, 1)
    expect((await weekReport(world, people, ledger, decided)).faults.join(' ')).toMatch(/is asked|new contributions/)
    expect(unheard).toBeDefined()
    expect((await weekReport(world, people, ledger, [])).faults.join(' ')).toContain('the moderation log has')
    expect((await checkRecord(world.deps)).fault).toBeNull()
  } finally {
    await world.close()
    rmSync(world.folder, { recursive: true, force: true })
  }
}, 240_000)
