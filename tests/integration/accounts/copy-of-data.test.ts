import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { ownTables } from '../../../db/queries/forget.ts'
import { savePreferences } from '../../../db/queries/preferences.ts'
import * as schema from '../../../db/schema.ts'
import { personalTables } from '../../../server/accounts/personal-tables.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount, makeToken, sessionOf } from '../../factories/accounts.ts'
import { bundleWorld } from '../../factories/bundle-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** Tables with a column that names a person. */
const naming = Object.values(schema).flatMap((table) => {
  if (!is(table, SQLiteTable)) return []
  const { name, foreignKeys } = getTableConfig(table)
  const names = foreignKeys.some((key) => getTableName(key.reference().foreignTable) === 'actors')
  return names ? [name] : []
})

describe('a copy of one’s data', () => {
  it('[A20] has every table that names a person, or says why not', () => {
    expect(naming.length).toBeGreaterThan(40)
    const missing = naming.filter((name) => !(name in personalTables))
    expect(missing, 'add these to server/accounts/own-tables.ts or said-tables.ts').toEqual([])
    expect(Object.keys(personalTables).filter((name) => !naming.includes(name))).toEqual([])
    for (const [name, its] of Object.entries(personalTables)) {
      expect('not' in its ? its.not.length > 10 : its.words.length > 3, name).toBe(true)
    }
  })

  it('[A18] whatever is deleted with an account is in the copy, or is a secret', () => {
    const excepted = ownTables.map(getTableName).filter((name) => 'not' in (personalTables[name] ?? { not: '' }))
    expect(excepted).toEqual(['proof_challenges', 'recovery_codes'])
  })

  it('[A20] is made by a job, is one’s own, needs a fresh proof, and is gone after seven days', async () => {
    const deps = testDeps()
    const services = createServices(deps)
    const [ann, bob] = [await makeAccount(deps, { name: 'Ann' }), await makeAccount(deps)]
    await deps.store.tx((q) => savePreferences(q, ann.actorId, { timeZone: 'Europe/Lisbon' }, deps.now()))
    const token = await makeToken(deps, ann)
    const visitor = await sessionOf(deps, ann)
    await services.askForCopy(ann, visitor)
    await expect(services.askForCopy(ann, visitor)).rejects.toMatchObject({ code: 'conflict' })
    await runDueJobs(deps)
    const [copy] = (await services.dataPage(ann, visitor)).copies
    const id = copy?.id ?? ''
    const fetched = await services.fetchCopy(ann, { id, form: 'json', sessionId: visitor.sessionId })
    const { name, data } = JSON.parse(fetched.body)
    expect(name).toBe('Ann')
    expect(data.users).toMatchObject([{ email: ann.email }])
    expect(data.preferences).toMatchObject([{ timeZone: 'Europe/Lisbon' }])
    expect(fetched.body).not.toMatch(/hash/i)
    expect(fetched.body).not.toContain(token)
    const markdown = await services.fetchCopy(ann, { id, form: 'md', sessionId: visitor.sessionId })
    expect(markdown.body).toContain('# What is kept about Ann')
    expect(markdown.body).toContain('timeZone: Europe/Lisbon')

    const stale = await sessionOf(deps, ann, { fresh: false })
    await expect(services.fetchCopy(ann, { id, form: 'json', ...stale })).rejects.toMatchObject({ code: 'not-fresh' })
    await expect(services.askForCopy(ann, stale)).rejects.toMatchObject({ code: 'not-fresh' })
    const hers = await sessionOf(deps, bob)
    await expect(services.fetchCopy(bob, { id, form: 'json', ...hers })).rejects.toMatchObject({ code: 'not-found' })
    await expect(services.fetchCopy(ann, { id, form: 'db', ...visitor })).rejects.toMatchObject({ code: 'not-found' })

    deps.setNow(copy?.expiresAt ?? 0)
    const later = await sessionOf(deps, ann)
    await expect(services.fetchCopy(ann, { id, form: 'json', ...later })).rejects.toMatchObject({ code: 'not-found' })
    await runDueJobs(deps)
    expect(await deps.store.read.select().from(schema.dataExports)).toEqual([])
  })

  it('[A20] has the votes that can still be told to be one’s own, and no others', async () => {
    const { deps, voters, ballots } = await bundleWorld()
    const [voter] = voters
    if (!voter) throw new Error('nobody votes')
    const { copyOfData } = await import('../../../server/accounts/copy-of-data.ts')
    const { data } = JSON.parse((await copyOfData(deps, voter.actorId)).json)
    const told = data.paper_links.map(({ ballotId }: { ballotId: string }) => ballotId)
    expect(told).toContain(ballots.shown)
    expect(told).not.toContain(ballots.hidden)
    for (const { receipt } of data.paper_links) expect(receipt).toEqual(expect.any(String))
  })
})
