import { describe, expect, it } from 'vitest'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { resolveThread } from '../../server/usecases/threads/resolve-thread.ts'
import { overview } from '../../server/views/overview.ts'
import { signalsCsv, signalsPage } from '../../server/views/signals-page.ts'
import { createArguer } from '../factories/argue-world.ts'
import { testDeps } from '../factories/test-deps.ts'

async function atlas() {
  const deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
  return deps
}

// Each test brings in an atlas of its own, which takes a while on a busy machine.
describe('the ledger of signals', { timeout: 60_000 }, () => {
  it('has every strategy once, and counts what the first page counts', async () => {
    const deps = await atlas()
    const { counts } = await overview(deps, null)
    const first = await signalsPage(deps, null, '')
    const second = await signalsPage(deps, null, '?page=2')
    expect([first.total, first.pages, first.lines.length, second.lines.length]).toEqual([76, 2, 40, 36])
    // Written signals come first, then reasons for having none, then what is missing.
    expect(first.lines.every(({ state }) => state === 'armed')).toBe(true)
    expect(second.lines.at(-1)?.state).toBe('missing')
    expect(new Set([...first.lines, ...second.lines].map(({ slug }) => slug)).size).toBe(76)
    const n = Object.fromEntries(first.states.map((state) => [state.id, state.n]))
    expect(n).toMatchObject({ armed: counts.withSignal, reported: 0, contested: 0, landed: 0, expired: 0 })
    expect(first.states.reduce((sum, state) => sum + state.n, 0)).toBe(76)
    const threshold = first.options.threshold.find(({ id }) => id === 'yes')
    expect(threshold?.n).toBe(counts.withThreshold)
  })

  it('says of every choice how many strategies it would leave, and keeps the others', async () => {
    const deps = await atlas()
    const all = await signalsPage(deps, null, '?lever=speed')
    for (const { id, n } of all.options.state) {
      expect([id, (await signalsPage(deps, null, `?lever=speed&state=${id}`)).found]).toEqual([id, n])
    }
    const { dropped, found } = await signalsPage(deps, null, '?lever=nothing&state=sad&hearing=maybe')
    expect([dropped.length, found]).toEqual([3, 76])
    const rows = (await signalsCsv(deps, null, '?lever=speed&state=armed')).trim().split('\r\n')
    expect(rows).toHaveLength(1 + (await signalsPage(deps, null, '?lever=speed&state=armed')).found)
  })

  it('shows the open hearing of a signal before the resolved one, and the threshold’s apart', async () => {
    const deps = await atlas()
    const [arguer, moderator] = [
      await createArguer(deps, 'Ana Duarte'),
      await createArguer(deps, 'Femi Ade', 'moderator'),
    ]
    const open = (place: string, kind: 'falsification' | 'threshold', title: string) =>
      openThread(deps, arguer, { entry: { kind: 'strategy', slug: 'pause' }, place, kind, title })
    const line = async () => (await signalsPage(deps, null, '?hearing=yes')).lines
    expect(await line()).toEqual([])
    const first = await open('section/falsification', 'falsification', 'Who counts as important?')
    await resolveThread(deps, moderator, { threadId: first.id, outcome: 'set-aside', reason: 'Said elsewhere.' })
    expect((await line())[0]?.hearing).toMatchObject({ id: first.id, state: 'resolved', outcome: 'set-aside' })
    const second = await open('section/falsification', 'falsification', 'Who checks it?')
    const third = await open('section/threshold', 'threshold', 'How long is too long?')
    const [pause, ...others] = await line()
    expect(others).toEqual([])
    expect(pause).toMatchObject({ slug: 'pause', state: 'armed', people: 1 })
    expect([pause?.hearing?.id, pause?.thresholdHearing?.id]).toEqual([second.id, third.id])
  })
})
