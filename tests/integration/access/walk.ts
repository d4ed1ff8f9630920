import { eq, max } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events, workshops } from '../../../db/schema.ts'
import { machineAccess } from '../../../server/http/machine-access.ts'
import type { Needs } from '../../../server/http/route-access.ts'
import { pageAccess } from '../../../server/http/route-access.ts'
import { publishEdition } from '../../../server/usecases/editions/publish-edition.ts'
import type { Person, World } from '../../factories/matrix-world.ts'
import { matrixWorld } from '../../factories/matrix-world.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'
import type { Subject } from './cells.ts'
import {
  ballotSubjects,
  draftSubjects,
  mayAll,
  nothing,
  objectionSubjects,
  suggestionSubjects,
  threadSubjects,
  workshopSubjects,
} from './cells.ts'
import { machineAsk } from './machine-asks.ts'
import type { Ask } from './requests.ts'
import { apiAsks, pageAsks } from './requests.ts'

/** Every page and form of the table, as `METHOD folder intent`. */
export const pages = Object.entries(pageAccess).flatMap(([folder, { get, post = {} }]) => [
  { key: `GET ${folder}`, folder, intent: null, needs: get },
  ...Object.entries(post).map(([intent, needs]) => ({ key: `POST ${folder} ${intent}`, folder, intent, needs })),
])

interface Line {
  key: string
  needs: Needs
  ask: Ask
  send(person: Person, ids: Record<string, string>): Promise<{ status: number; code: string | undefined }>
}

/** Data requests of the framework tell of redirects in a header; to be sent to sign in is to be refused. */
async function pageAnswer(answer: Response): Promise<{ status: number; code: string | undefined }> {
  const target = answer.headers.get('x-remix-redirect') ?? answer.headers.get('location')
  if (target?.startsWith('/sign-in')) return { status: 401, code: 'signed-out' }
  if (target) return { status: 303, code: undefined }
  const body = (await answer.json().catch(() => ({}))) as { code?: string; refusal?: { code?: string } | null }
  return { status: answer.status, code: body.refusal?.code ?? body.code }
}

const refusals = new Set([401, 403, 404, 409, 410])

/** Parts of the table that are walked one by one, so that several processors share the work. */
export type Part = 'pages' | 'forms' | 'machine'

/**
 * Defines the tests that ask the running server for every line of a part, as every person, about every subject.
 *
 * @param share the lines of a long part that this file takes: every third one from the first, as in `{ n: 1, of: 3 }`.
 */
export function walkTheTable(part: Part, share = { n: 1, of: 1 }): void {
  let server: TestServer
  let world: World
  beforeAll(async () => {
    server = await startTestServer({ writeRate: { points: 1_000_000, seconds: 60 } })
    world = await matrixWorld(server.deps)
    await publishEdition(server.deps, await server.account('moderator'), { name: '2020.1', note: 'For the matrix.' })
  }, 60_000)
  afterAll(() => server.stop())

  const pageLines: Line[] = pages.flatMap(({ key, folder, intent, needs }) => {
    const ask = pageAsks[key]
    if (!ask) return []
    const send: Line['send'] = async (person, ids) => {
      const path = ask.path(ids)
      const url = `${server.url}${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes/${folder}`)}`
      const headers: Record<string, string> = { Origin: server.url, ...(person.cookie && { Cookie: person.cookie }) }
      const fields = { ...(ask.body?.(ids) as Record<string, string>), ...(intent ? { intent } : {}) }
      const body = intent === null ? null : new URLSearchParams(fields)
      return pageAnswer(await fetch(url, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' }))
    }
    return [{ key, needs, ask, send }]
  })

  const apiLines: Line[] = Object.entries(apiAsks).map(([key, ask]) => ({
    key,
    ask,
    needs: machineAccess[key] ?? [],
    async send(person, ids) {
      const [method = 'GET'] = key.split(' ')
      const answer = await fetch(server.url + ask.path(ids), {
        method,
        headers: {
          ...(person.token && { Authorization: `Bearer ${person.token}` }),
          ...(method === 'POST' && { 'Content-Type': 'application/json' }),
        },
        ...(method === 'POST' && { body: JSON.stringify(ask.body?.(ids) ?? {}) }),
      })
      const { code } = (await answer.json()) as { code?: string }
      return { status: answer.status, code }
    },
  }))

  const machineLines: Line[] = Object.entries(machineAccess).flatMap(([key, needs]) => {
    const path = key in apiAsks ? undefined : machineAsk(key)
    if (path === undefined) return []
    const send: Line['send'] = async (person) => {
      const address = server.url + path.replace('{site}', encodeURIComponent(server.url))
      const answer = await fetch(address, { headers: person.cookie ? { Cookie: person.cookie } : {} })
      await answer.arrayBuffer()
      return { status: answer.status, code: undefined }
    }
    return [{ key, needs, ask: { about: 'nothing', path: () => path }, send }]
  })

  const lines =
    part === 'machine'
      ? // Files of the whole record come before what makes it long.
        [...machineLines, ...apiLines]
      : pageLines.filter(({ key }) => key.startsWith(part === 'pages' ? 'GET ' : 'POST '))
  const chosen = lines.filter((_line, i) => i % share.of === share.n - 1)

  async function lastEvent(): Promise<number> {
    const [row] = await server.deps.store.read.select({ seq: max(events.seq) }).from(events)
    return row?.seq ?? 0
  }

  /** A rehearsal plays on by itself, which would look as if whoever asks next had changed something. */
  async function stopRehearsals(): Promise<void> {
    await server.deps.store.tx((q) =>
      q.update(workshops).set({ rehearsal: false }).where(eq(workshops.rehearsal, true)),
    )
    // What is being played at this moment comes to its end.
    for (let seen = -1, now = await lastEvent(); seen !== now; now = await lastEvent()) {
      seen = now
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  function subjectsOf(ask: Ask): Subject[] {
    switch (ask.about) {
      case 'nothing':
        return [nothing]
      case 'draft':
        return draftSubjects(world)
      case 'thread':
        return threadSubjects(world)
      case 'ballot':
        return ballotSubjects(world)
      case 'suggestion':
        return suggestionSubjects(world)
      case 'workshop':
        return workshopSubjects(world)
      case 'open objection':
        return objectionSubjects(world, 'open')
      case 'dismissed objection':
        return objectionSubjects(world, 'dismissed')
    }
  }

  /** Things that are still as they were made, by the name of their column. */
  const made = new Map<string, Record<string, string>>()

  describe('the running server agrees with the table of access', () => {
    it.each(chosen)(
      '$key',
      async ({ key, needs, ask, send }) => {
        const wrong: string[] = []
        let cells = 0
        for (const subject of subjectsOf(ask)) {
          let ids = made.get(subject.name) ?? (await subject.make())
          for (const person of world.people) {
            cells += 1
            // A token that does not hold is refused even where none is needed.
            const broken = key in apiAsks && person.seat === 'expired session'
            // Programs ask with tokens, and a guest has none: to the API they are nobody.
            const asks = key in apiAsks && person.seat === 'guest' ? { ...person, viewer: null } : person
            const may = !broken && mayAll(needs, asks, subject)
            const before = await lastEvent()
            const { status, code } = await send(person, ids)
            const after = await lastEvent()
            const said = `${person.seat}, ${subject.name || 'nothing'}: ${status} ${code ?? ''}`
            if (may) {
              const unready = code !== undefined && ask.unready?.includes(code)
              if (status >= 400 && !unready) wrong.push(`should be let: ${said}`)
            } else {
              if (!refusals.has(status) || code === undefined) wrong.push(`should be refused: ${said}`)
              if (after !== before) wrong.push(`should change nothing: ${said}`)
            }
            // What was changed is not the same thing any more.
            if (after !== before) {
              if (key.endsWith(' rehearse')) await stopRehearsals()
              ids = await subject.make()
            }
          }
        }
        expect(wrong, `${key}: ${wrong.length} of ${cells} cells`).toEqual([])
      },
      120_000,
    )
  })
}
