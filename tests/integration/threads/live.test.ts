import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { draftMembers, sessions } from '../../../db/schema.ts'
import { liveRoutes } from '../../../server/http/live.ts'
import { streamsPerPerson } from '../../../server/live/streams.ts'
import { createServices } from '../../../server/services.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../../server/usecases/threads/post-contribution.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { argueWorld } from '../../factories/argue-world.ts'

async function liveWorld() {
  const world = await argueWorld()
  const { deps, people, draftId } = world
  const { id: threadId } = await openThread(deps, people.owner, { draft: draftId, kind: 'falsification' })
  // What happened more than ten seconds ago is not told to who comes now.
  deps.setNow(deps.now() + 60_000)
  const app = express().use(liveRoutes(deps, createServices(deps)))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo

  /** Opens a stream; `next` waits for its next event, `ended` for its end. */
  async function listen(viewer: Arguer | null, topics: string[]) {
    const query = new URLSearchParams(topics.map((topic) => ['topic', topic]))
    const response = await fetch(`http://127.0.0.1:${port}/live?${query}`, {
      headers: viewer ? { cookie: viewer.person.cookie } : {},
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    async function next(): Promise<unknown> {
      for (;;) {
        const [event, ...rest] = text.split('\n\n')
        if (event !== undefined && rest.length > 0) {
          text = rest.join('\n\n')
          if (event.startsWith('data: ')) return JSON.parse(event.slice(6))
          continue
        }
        const { value, done } = await reader.read()
        if (done) return 'ended'
        text += value
      }
    }
    return { status: response.status, type: response.headers.get('content-type'), next, close: () => reader.cancel() }
  }
  const post = () => postContribution(deps, people.owner, { threadId, type: 'note', text: 'Private words' })
  return { ...world, threadId, listen, post }
}

describe('/live', () => {
  it('tells who may read, in topic, type and id alone', async () => {
    const { people, threadId, draftId, listen, post } = await liveWorld()
    const stream = await listen(people.onlooker, [`thread/${threadId}`, `draft/${draftId}`])
    expect(stream).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' })
    await post()
    expect(await stream.next()).toEqual({ topic: `thread/${threadId}`, type: 'contribution.posted', id: threadId })
    expect(await stream.next()).toEqual({ topic: `draft/${draftId}`, type: 'contribution.posted', id: threadId })
  })

  it('refuses who may not read, as if there were nothing', async () => {
    const { people, threadId, draftId, published, listen } = await liveWorld()
    const status = async (viewer: Arguer | null, topics: string[]) => (await listen(viewer, topics)).status
    expect(await status(null, [`entry/${published.id}`])).toBe(401)
    expect(await status(people.outsider, [`entry/${published.id}`])).toBe(200)
    for (const topic of [
      `thread/${threadId}`,
      `draft/${draftId}`,
      'thread/unknown',
      'ballot/unknown',
      'nonsense',
      'entry/',
    ]) {
      expect(await status(people.outsider, [topic]), topic).toBe(404)
      expect(await status(people.outsider, [`entry/${published.id}`, topic]), topic).toBe(404)
    }
  })

  it('wants between one and twenty topics', async () => {
    const { people, published, listen } = await liveWorld()
    expect((await listen(people.owner, [])).status).toBe(400)
    const many = Array.from({ length: 21 }, () => `entry/${published.id}`)
    expect((await listen(people.owner, many)).status).toBe(400)
  })

  it('ends when the right to read is lost, before saying anything more', async () => {
    const { deps, people, threadId, listen, post } = await liveWorld()
    const stream = await listen(people.onlooker, [`thread/${threadId}`])
    await deps.store.tx(async (q) => {
      await q.delete(draftMembers).where(eq(draftMembers.actorId, people.onlooker.actorId))
    })
    await post()
    expect(await stream.next()).toEqual({ type: 'gone' })
    expect(await stream.next()).toBe('ended')
  })

  it('ends when the session is revoked', async () => {
    const { deps, people, threadId, listen, post } = await liveWorld()
    const stream = await listen(people.commenter, [`thread/${threadId}`])
    await deps.store.tx(async (q) => {
      await q.update(sessions).set({ revokedAt: deps.now() }).where(eq(sessions.actorId, people.commenter.actorId))
    })
    await post()
    expect(await stream.next()).toEqual({ type: 'gone' })
    expect(await stream.next()).toBe('ended')
  })

  it('tells a page that comes at once what happened while it was loading', async () => {
    const { people, threadId, listen, post } = await liveWorld()
    await post()
    const stream = await listen(people.commenter, [`thread/${threadId}`])
    expect(await stream.next()).toMatchObject({ type: 'contribution.posted' })
  })

  it('limits the streams of one person, and a closed one makes room', async () => {
    const { people, threadId, listen } = await liveWorld()
    const topics = [`thread/${threadId}`]
    const streams = []
    for (let i = 0; i < streamsPerPerson; i++) streams.push(await listen(people.owner, topics))
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200))
    expect((await listen(people.owner, topics)).status).toBe(429)
    expect((await listen(people.commenter, topics)).status).toBe(200)
    await streams[0]?.close()
    await expect.poll(async () => (await listen(people.owner, topics)).status).toBe(200)
  })
})
