import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { action } from '../../../app/routes/threads.$id/route.tsx'
import { createServices } from '../../../server/services.ts'
import { argueWorld } from '../../factories/argue-world.ts'

test('[Y19] words sent to a thread that was merged meanwhile go on whole to where it leads', async () => {
  const { deps, people, draftId } = await argueWorld()
  const services = createServices(deps)
  const open = (title: string) => services.openThread(people.owner, { draft: draftId, kind: 'general', title })
  const [from, into] = [await open('Why now'), await open('Why now, of all times')]
  await services.mergeThreads(people.moderator, { threadId: from.id, into: into.id })
  const send = async (id: string, form: Record<string, string>) => {
    const request = new Request(`http://atlas.test/threads/${id}`, { method: 'POST', body: new URLSearchParams(form) })
    const context = { services, viewer: people.commenter } as unknown as ActionFunctionArgs['context']
    return (await action({ request, params: { id }, context })) as Response
  }
  const words = { intent: 'post', type: 'note', text: 'Because the window closes.' }
  const led = await send(from.id, words)
  expect([led.status, led.headers.get('Location')]).toEqual([307, `/threads/${into.id}`])
  expect((await send(into.id, words)).status).toBe(302)
  // What is done with a thread is not done with another one.
  expect((await send(from.id, { intent: 'resolve', outcome: 'answered', reason: 'Said.' })).status).toBeGreaterThan(400)
})
