import type { PageAccess } from './route-access.ts'

/** What may be done with objections, on the page of a draft's threads and on that of each thread. */
export const objectionForms = {
  raise: ['objection.raise'],
  dispose: ['objection.dispose'],
  withdraw: ['objection.withdraw'],
  note: ['objection.word-note'],
  attach: ['objection.withdraw'],
  detach: ['objection.withdraw'],
  'stand-in': ['objection.name-stand-in'],
  'ask-stand-in': ['objection.ask-stand-in'],
  'step-in': ['objection.step-in'],
  'settle-for': ['objection.settle-for'],
  'take-up': ['objection.take-up'],
} as const

/** The pages of drafts. */
export const draftPages: Readonly<Record<string, PageAccess>> = {
  'drafts._index': { get: ['draft.list'] },
  'drafts.new': { get: ['draft.create'], post: { '': ['draft.create'] } },
  'drafts.$id._index': {
    get: ['draft.read'],
    post: {
      move: ['draft.move'],
      invite: ['draft.manage'],
      writing: ['draft.manage'],
      delete: ['draft.manage'],
      redact: ['draft.redact'],
      fork: ['draft.read', 'draft.create'],
    },
  },
  'drafts.$id.against.$other': {
    get: ['draft.read'],
    post: { take: ['draft.write'], merge: ['draft.write'], close: ['draft.move'] },
  },
  'drafts.$id.history': { get: ['draft.read'] },
  'drafts.$id.history_.$moment': {
    get: ['draft.read'],
    post: { restore: ['draft.write'], name: ['draft.write'] },
  },
  'drafts.$id.compare.$range': { get: ['draft.read'] },
  'drafts.$id.suggestions': {
    get: ['draft.read'],
    post: {
      accept: ['suggestion.decide'],
      edit: ['suggestion.decide'],
      decline: ['suggestion.decide'],
      withdraw: ['suggestion.own'],
      renew: ['suggestion.own'],
      several: ['suggestion.decide'],
    },
  },
  'drafts.$id.suggestions_.new': { get: ['suggestion.make'], post: { '': ['suggestion.make'] } },
  'drafts.$id.review': {
    get: ['draft.read'],
    post: {
      'ask-review': ['draft.manage'],
      'withdraw-request': ['draft.manage'],
      'keep-remark': ['draft.review'],
      'drop-remark': ['account.own'],
      'submit-review': ['draft.review'],
    },
  },
  'drafts.$id.people': {
    get: ['draft.read'],
    post: {
      visibility: ['draft.manage'],
      role: ['draft.manage'],
      'make-invitation': ['draft.manage'],
      'revoke-invitation': ['draft.manage'],
    },
  },
  'drafts.$id.authors': { get: ['draft.read'] },
  'drafts.$id.coordinates': { get: ['draft.read'], post: { '': ['suggestion.make'] } },
  'drafts.$id.writers': { get: ['draft.read'] },
  // What was argued about a published draft is as public as its version.
  'drafts.$id.threads': {
    get: ['thread.read'],
    post: { ...objectionForms, hold: ['hold.place'], lift: ['hold.lift'] },
  },
}
