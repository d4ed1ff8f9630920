import { expect, it } from 'vitest'
import { peopleOf } from '../../app/editor/presence-state.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

it('[P2] [P3] three tabs of one person are one face, until the last is closed', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  const port = await listenForSockets(deps)
  const watcher = connect(port, draftId, ben)
  const tabs = [connect(port, draftId, ada), connect(port, draftId, ada), connect(port, draftId, ada)]
  await synced(watcher, ...tabs)
  watcher.provider.awareness.setLocalState({ section: 'bet' })
  for (const [i, { provider }] of tabs.entries()) {
    // Whatever a tab says of itself, who it is says the server.
    provider.awareness.setLocalState({ section: 'bet', focusing: i === 1, user: { id: `tab-${i}`, name: `Tab ${i}` } })
  }
  const states = () => watcher.provider.awareness.getStates()
  const faces = () => peopleOf(new Map([...states()].filter(([id]) => id !== watcher.doc.clientID)), ben.id)
  await until('all tabs are seen', () => states().size === 4 && faces()[0]?.sections.length === 1)
  expect(faces()).toEqual([{ id: ada.id, name: 'Ada', colour: ada.colour, own: false, sections: ['bet'] }])
  expect(deps.collab.openRooms()).toMatchObject([{ draftId, people: ['Ada', 'Ben'], sockets: 4 }])

  tabs[0]?.provider.destroy()
  tabs[1]?.provider.destroy()
  await until('two are gone', () => states().size === 2)
  expect(faces()).toMatchObject([{ id: ada.id, sections: [] }])
  tabs[2]?.provider.destroy()
  await until('so is the face', () => faces().length === 0)
  expect(deps.collab.openRooms()).toMatchObject([{ people: ['Ben'], sockets: 1 }])
})
