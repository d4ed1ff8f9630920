import type { PageAccess } from './route-access.ts'

/** The pages on which order is kept, and of links that invite, by the folder of their route. */
export const orderPages: Readonly<Record<string, PageAccess>> = {
  // Who has the link is told what it offers; accepting needs an account.
  'i.$token': { get: [], post: { '': ['account.own'] } },
  flag: { get: ['thing.flag'], post: { '': ['thing.flag'] } },
  'cases._index': { get: ['account.own'] },
  'cases.$id': { get: ['account.own'], post: { appeal: ['account.own'] } },
  'moderation.log': { get: [] },
  'moderation.cases.$id': {
    get: ['moderation.read'],
    post: {
      claim: ['moderation.read'],
      release: ['moderation.read'],
      decide: ['moderation.read'],
      'decide-appeal': ['moderation.read'],
    },
  },
}
