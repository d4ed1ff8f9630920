import { expect, test } from 'vitest'
import { awayTerm } from '../../../domain/objections/stand-ins.ts'
import { askStandIn } from '../../../server/usecases/objections/ask-stand-in.ts'
import { nameStandIn } from '../../../server/usecases/objections/name-stand-in.ts'
import { raiseObjection } from '../../../server/usecases/objections/raise-objection.ts'
import { stepIn } from '../../../server/usecases/objections/step-in.ts'
import { withdrawObjection } from '../../../server/usecases/objections/withdraw-objection.ts'
import { argueWorld, createArguer } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'

test('who stands in, and the owner of the objection, hear of it', async () => {
  const { deps, people } = await argueWorld()
  const { owner, commenter: objector } = people
  const gita = await createArguer(deps, 'Gita Rao')
  const hugo = await createArguer(deps, 'Hugo Brandt')
  const draftId = await createTestDraft(deps, owner.person, { visibility: 'public' })
  const { id: objectionId } = await raiseObjection(deps, objector, {
    draftId,
    text: 'No judge is named.',
    settledBy: 'Name one.',
  })
  await nameStandIn(deps, objector, { objectionId, standInId: gita.actorId })
  expect((await inboxOf(deps, gita)).watching).toEqual(['stand-in-named'])
  await nameStandIn(deps, objector, { objectionId, standInId: '' })
  expect((await inboxOf(deps, objector)).watching).toEqual([])

  deps.setNow(deps.now() + awayTerm)
  await askStandIn(deps, owner, { objectionId })
  expect((await inboxOf(deps, objector)).watching).toEqual(['stand-in-asked'])
  await stepIn(deps, hugo, { objectionId })
  deps.setNow(deps.now() + 1000)
  await withdrawObjection(deps, hugo, { objectionId, reason: 'A judge is named now.' })
  expect((await inboxOf(deps, objector)).watching).toEqual(['stand-in-acted', 'stand-in-asked'])
  expect((await inboxOf(deps, hugo)).watching).toEqual([])
})
