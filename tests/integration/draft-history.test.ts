import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../collab/replace-section.ts'
import { setField } from '../../collab/set-field.ts'
import { lastLogged } from '../../db/queries/doc-log.ts'
import { listEventsOf } from '../../db/queries/draft-events.ts'
import { drafts } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import type { Session } from '../../domain/history/sessions.ts'
import { sessionPause } from '../../domain/history/sessions.ts'
import { paragraph, plainText } from '../../domain/prose/tree.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { LogThread } from '../../server/collab/log-thread.ts'
import type { CollabService } from '../../server/collab/service.ts'
import { BareSessions } from '../../server/history/bare-sessions.ts'
import { Histories } from '../../server/history/histories.ts'
import { nameMoment } from '../../server/usecases/drafts/name-moment.ts'
import { restoreMoment } from '../../server/usecases/drafts/restore-moment.ts'
import { draftAuthors } from '../../server/views/draft-authors.ts'
import { draftHistory } from '../../server/views/draft-history.ts'
import { draftCompare, draftMoment } from '../../server/views/draft-moment.ts'
import type { TestPerson } from '../factories/draft-world.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { failingStore } from '../factories/failing-store.ts'
import { testDeps } from '../factories/test-deps.ts'

const asViewer = (person: TestPerson): Viewer => ({
  actorId: person.id,
  name: person.name,
  role: 'contributor',
  colour: person.colour,
  suspended: false,
})

async function writingFails({ status }: CollabService): Promise<false> {
  for (let i = 0; i < 1_000 && !status().degraded; i += 1) await sleep(10)
  return false
}

async function scene() {
  const deps = testDeps()
  const [ada, ben, cho] = [
    await createPerson(deps, 'Ada Okoye'),
    await createPerson(deps, 'Ben Ruiz'),
    await createPerson(deps, 'Cho Lin'),
  ]
  const id = await createTestDraft(deps, ada, {
    members: [
      { person: ben, role: 'writer' },
      { person: cho, role: 'reader' },
    ],
  })
  const write = async (person: TestPerson, section: string, text: string) =>
    (await deps.collab.transact(id, person.id, (doc) => replaceSection(doc, section, paragraph(text)))).seq
  const text = async () => (await deps.collab.readDraft(id)).content
  return { deps, id, ada, ben, cho, write, text }
}

describe('who wrote what in a draft', () => {
  it('[H2] [H3] [H11] counts each person’s characters, server edits included, and leaves nobody’s words apart', async () => {
    const { deps, id, ada, ben, cho, write } = await scene()
    await write(ada, 'bet', 'Time is what is missing. Ada adds this sentence.')
    await write(ben, 'bet', 'Time is what is missing. Ada adds this sentence. Ben too.')
    const page = await draftAuthors(deps, asViewer(cho), id)
    expect(page.people.map(({ name }) => name)).toEqual(['Ada Okoye', 'Ben Ruiz', 'As the draft began'])
    expect(page.people.map(({ characters }) => characters).slice(0, 2)).toEqual([
      ' Ada adds this sentence.'.length,
      ' Ben too.'.length,
    ])
    expect(page.people.reduce((sum, { share }) => sum + share, 0)).toBe(100)
    expect(page.people.map(({ initials }) => initials)).toEqual(['AO', 'BR', 'AB'])
  })

  it('[H5] says who set a field last', async () => {
    const { deps, id, ben } = await scene()
    await deps.collab.transact(id, ben.id, (doc) => setField(doc, 'strategy', 'coercion', 'treaty'))
    const { fields } = await draftAuthors(deps, asViewer(ben), id)
    expect(fields).toContainEqual({ label: 'Coercion', actorIds: [ben.id] })
  })
})

describe('the timeline of a draft', () => {
  it('[H6] groups what people wrote without a long pause, with sections, words and fields', async () => {
    const { deps, id, ada, ben, write } = await scene()
    const start = deps.now()
    deps.setNow(start + 60_000)
    await write(ada, 'bet', 'Time is what is missing. Two words.')
    deps.setNow(start + 120_000)
    await write(ben, 'bet', 'Time is what. Two words.')
    await deps.collab.transact(id, ben.id, (doc) => setField(doc, 'strategy', 'coercion', 'treaty'))
    deps.setNow(start + 120_000 + sessionPause + 1)
    await write(ben, 'threshold', 'Three sharp words')
    const { lines } = await draftHistory(deps, asViewer(ada), { id })
    const sessions = lines.filter((line) => line.type === 'session')
    expect(sessions).toMatchObject([
      {
        people: [{ name: 'Ben Ruiz', changes: 1 }],
        sections: [{ id: 'threshold', added: 3, removed: 0 }],
        fields: [],
        before: '1.4',
        after: '1.5',
      },
      {
        people: [
          { name: 'Ben Ruiz', changes: 2 },
          { name: 'Ada Okoye', changes: 1 },
        ],
        sections: [{ id: 'bet', added: 2, removed: 2 }],
        fields: ['Coercion'],
        from: start + 60_000,
        at: start + 120_000,
        before: '1.1',
        after: '1.4',
      },
    ])
  })

  it('is read page by page, every line once', async () => {
    const { deps, id, ada, write } = await scene()
    for (let i = 0; i < 50; i += 1) {
      deps.setNow(deps.now() + sessionPause + 1)
      await write(ada, 'bet', `Draft number ${i}.`)
    }
    const first = await draftHistory(deps, asViewer(ada), { id })
    expect(first.lines).toHaveLength(40)
    const second = await draftHistory(deps, asViewer(ada), { id, before: first.next ?? 0 })
    expect(second.next).toBeNull()
    const sessions = [...first.lines, ...second.lines].filter((line) => line.type === 'session')
    expect(sessions.map((line) => line.after)).toEqual(Array.from({ length: 50 }, (_, i) => `1.${51 - i}`))
  })

  it('[H1] says that earlier history was removed once the document has a new generation', async () => {
    const { deps, id, ada } = await scene()
    await deps.store.tx((q) => q.update(drafts).set({ generation: 2 }))
    const page = await draftHistory(deps, asViewer(ada), { id })
    expect(page.earlierRemoved).toBe(true)
    await expect(draftMoment(deps, asViewer(ada), { id, moment: '1.1' })).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('a moment', () => {
  it('[H7] [H8] is what the log said then, for everybody who may read the draft and nobody else', async () => {
    const { deps, id, ada, cho, write } = await scene()
    await write(ada, 'bet', 'First wording.')
    await write(ada, 'bet', 'Second wording.')
    const page = await draftMoment(deps, asViewer(cho), { id, moment: '1.2' })
    expect(plainText(page.shown.sections.find(({ id: section }) => section === 'bet')?.blocks ?? [])).toBe(
      'First wording.',
    )
    expect(page).toMatchObject({ same: false, earlier: '1.1', later: '1.3', rights: { write: false } })
    expect(page.moment.by).toBe('Ada Okoye')
    const changed = await draftCompare(deps, asViewer(cho), { id, range: '1.2...now' })
    expect(changed.comparison.sections.find(({ id: section }) => section === 'bet')?.changes).toBe(1)
    const reader = { ...asViewer(cho), actorId: 'nobody', role: 'reader' as const }
    await expect(draftMoment(deps, reader, { id, moment: '1.2' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(draftMoment(deps, null, { id, moment: '1.2' })).rejects.toMatchObject({ code: 'signed-out' })
    for (const moment of ['1.99', '2.1', 'x', '0.1']) {
      await expect(draftMoment(deps, asViewer(ada), { id, moment })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(draftCompare(deps, asViewer(ada), { id, range: '1.2' })).rejects.toMatchObject({
      code: 'bad-input',
      field: 'range',
    })
  })

  it('[H9] [H4] is restored as a new change that keeps what others type meanwhile and whose words are whose', async () => {
    const { deps, id, ada, ben, write, text } = await scene()
    await write(ada, 'bet', 'Ada wrote these words first of all')
    await deps.collab.transact(id, ada.id, (doc) => {
      setField(doc, 'strategy', 'coercion', 'treaty')
      doc.getMap('fields').set('complement/open-source-maximalism', 'Because.')
    })
    const then = contentHash(await text())
    await write(ben, 'bet', 'Ben')
    await write(ben, 'mechanism', '')
    await deps.collab.transact(id, ben.id, (doc) => {
      setField(doc, 'strategy', 'coercion', '')
      setField(doc, 'strategy', 'title', 'Other')
      setField(doc, 'strategy', 'tags', [])
      doc.getMap('fields').delete('complement/open-source-maximalism')
      doc.getMap('fields').delete('conflict/acceleration')
    })
    const page = await draftMoment(deps, asViewer(ben), { id, moment: '1.3' })
    const restored = await restoreMoment(deps, asViewer(ben), { draftId: id, moment: '1.3', seen: page.nowHash })
    expect(restored.moment).toBe('1.7')
    expect(contentHash(await text())).toBe(then)
    const { people } = await draftAuthors(deps, asViewer(ada), id)
    const byAda = people.find((person) => person.actorId === ada.id)?.characters ?? 0
    expect(byAda).toBeGreaterThanOrEqual('Ada wrote these words first of all'.length)
    const { lines } = await draftHistory(deps, asViewer(ada), { id })
    expect(lines).toContainEqual(
      expect.objectContaining({ type: 'event', event: 'draft.restored', name: 'Ben Ruiz', moment: '1.7' }),
    )
    expect((await draftMoment(deps, asViewer(ada), { id, moment: '1.4' })).shown.title).toBe('Pause')
  })

  it('[H9] is not restored by who may not write, when nothing differs, or when somebody wrote since', async () => {
    const { deps, id, ada, ben, cho, write, text } = await scene()
    await write(ada, 'bet', 'One.')
    const seen = contentHash(await text())
    await write(ben, 'bet', 'Two.')
    const asked = { draftId: id, moment: '1.1' }
    await expect(restoreMoment(deps, asViewer(cho), asked)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(restoreMoment(deps, null, asked)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(restoreMoment(deps, asViewer(ada), { ...asked, seen })).rejects.toMatchObject({ code: 'conflict' })
    await expect(restoreMoment(deps, asViewer(ada), { ...asked, moment: '1.3' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(restoreMoment(deps, asViewer(ada), { ...asked, moment: '1.9' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await deps.collab.readDraft(id)).seq).toBe(3)
  })

  it('[H9] writes the change and the event of a restoring both or neither, wherever the process stops', async () => {
    const { deps, id, ada, ben, write } = await scene()
    await write(ada, 'bet', 'One.')
    const written = async () => {
      const events = await listEventsOf(deps.store.read, { subject: `draft/${id}`, before: Infinity, limit: 99 })
      const restored = events.filter(({ type }) => type === 'draft.restored')
      return [
        await lastLogged(deps.store.read, { draftId: id, generation: 1 }),
        ...restored.map((e) => e.payload.docSeq),
      ]
    }
    let stops = 0
    for (let done = false; !done; stops += 1) {
      const collab = createCollab({ ...deps, store: failingStore(deps.store, stops + 1) })
      const restoring = restoreMoment({ ...deps, collab }, asViewer(ben), { draftId: id, moment: '1.1' })
      done = await Promise.race([restoring.then(() => true), writingFails(collab)])
      if (!done) restoring.catch(() => undefined)
      expect(await written()).toEqual(done ? [3, 3] : [2])
    }
    expect(stops).toBeGreaterThan(3)
  })

  it('[H9] writes both also in the thread that the server’s log has', async () => {
    const { deps, id, ada, ben, write } = await scene()
    await write(ada, 'bet', 'One.')
    const log = new LogThread(deps.store, deps.env.databaseFile)
    const collab = createCollab(deps, log)
    await restoreMoment({ ...deps, collab }, asViewer(ben), { draftId: id, moment: '1.1' })
    const [event] = await listEventsOf(deps.store.read, { subject: `draft/${id}`, before: Infinity, limit: 1 })
    expect(event).toMatchObject({ type: 'draft.restored', payload: { fromSeq: 1, docSeq: 3 } })
    await collab.close()
    await log.stop()
  })

  it('[H6] tells who wrote when at once, also where a long log is still being replayed', async () => {
    const { deps, id, ada, ben, write } = await scene()
    await write(ada, 'bet', 'One.')
    await write(ben, 'bet', 'One. Two.')
    const log = { draftId: id, kind: 'strategy', generation: 1 } as const
    const histories = new Histories(deps.store)
    const bare = new BareSessions(log)
    const whole = await histories.sessions(log, 60_000)
    expect(whole.counting).toBe(false)
    const { sections } = whole.sessions[0] ?? {}
    expect(sections?.map((section) => section.id)).toEqual(['bet'])
    const said = (sessions: readonly Session[]) =>
      sessions.map(({ firstSeq, lastSeq, from, to, people }) => ({
        ...{ firstSeq, lastSeq, from, to },
        people: people.map(({ actorId, changes }) => [actorId, changes]).sort(),
      }))
    expect(said(await bare.read(deps.store.read))).toEqual(said(whole.sessions))
    expect(bare.lastSeq).toBe(3)
  })

  it('[H10] is found by its name, which no other moment of the draft has', async () => {
    const { deps, id, ada, ben, cho, write } = await scene()
    await write(ada, 'bet', 'One.')
    await nameMoment(deps, asViewer(ben), { draftId: id, moment: '1.2', name: ' Before  the workshop ' })
    const page = await draftHistory(deps, asViewer(cho), { id })
    expect(page.named).toEqual([{ name: 'Before the workshop', moment: '1.2' }])
    expect(page.lines).toContainEqual(expect.objectContaining({ type: 'named', by: 'Ben Ruiz', moment: '1.2' }))
    expect((await draftMoment(deps, asViewer(cho), { id, moment: '1.2' })).moment.names).toEqual([
      'Before the workshop',
    ])
    const again = { draftId: id, moment: '1.1', name: 'Before the workshop' }
    await expect(nameMoment(deps, asViewer(ada), again)).rejects.toMatchObject({ code: 'conflict', field: 'name' })
    await expect(nameMoment(deps, asViewer(ada), { ...again, name: ' ' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(nameMoment(deps, asViewer(cho), { ...again, name: 'Mine' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
