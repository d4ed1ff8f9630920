import { expect, it } from 'vitest'
import { findDraftInLists, readDraft } from '../../../domain/access/draft-rights.ts'
import { givesMore, givesMoreIn, isGood } from '../../../domain/access/invitations.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import type { Role, Viewer } from '../../../domain/access/viewer.ts'
import { loggedPath } from '../../../server/http/logged-path.ts'

const now = 1_000_000

it('[V5] a link is good until its end, its last use or its revocation', () => {
  const link = { expiresAt: now + 1, most: 2, used: 1, revokedAt: null }
  expect(isGood(link, now)).toBe(true)
  expect(isGood({ ...link, expiresAt: now }, now)).toBe(false)
  expect(isGood({ ...link, used: 2 }, now)).toBe(false)
  expect(isGood({ ...link, revokedAt: now }, now)).toBe(false)
})

it('[V6] a link never takes a role away', () => {
  expect(givesMore('reviewer', 'contributor')).toBe(true)
  expect(givesMore('reviewer', 'reviewer')).toBe(false)
  expect(givesMore('facilitator', 'admin')).toBe(false)
  expect(givesMoreIn('reader', null)).toBe(true)
  expect(givesMoreIn('writer', 'reader')).toBe(true)
  expect(givesMoreIn('writer', 'owner')).toBe(false)
})

it('[V8] an unlisted draft is read by members and found by its people and the moderators', () => {
  const viewer = (role: Role): Viewer => ({ actorId: 'a', name: '', role, colour: '', suspended: false })
  const draft: DraftThing = {
    ...{ state: 'writing', deleted: false, visibility: 'unlisted', writing: 'invited', ownerId: 'b' },
    memberRole: null,
  }
  expect(readDraft(viewer('contributor'), draft)).toBe(true)
  expect(findDraftInLists(viewer('contributor'), draft)).toBe(false)
  expect(findDraftInLists(viewer('contributor'), { ...draft, memberRole: 'reader' })).toBe(true)
  expect(findDraftInLists(viewer('moderator'), draft)).toBe(true)
  expect(findDraftInLists(null, draft)).toBe(false)
  expect(findDraftInLists(null, { ...draft, visibility: 'public' })).toBe(true)
})

it('[V4] no log says the token of an invitation', () => {
  expect(loggedPath('/i/secret-token')).toBe('/i/…')
  expect(loggedPath('/unsubscribe/one.digest.secret')).toBe('/unsubscribe/…')
  expect(loggedPath('/inbox')).toBe('/inbox')
})
