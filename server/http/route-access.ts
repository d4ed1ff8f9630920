import type { Action } from '../../domain/access/policy.ts'
import { draftPages, objectionForms } from './draft-route-access.ts'
import { orderPages } from './order-route-access.ts'
import { inRoom } from './workshop-forms.ts'
import { workshopPages } from './workshop-route-access.ts'

/**
 * What an address needs, by the name of the action in the access table. Several: each of them. None: open to
 * everybody, signed in or not.
 */
export type Needs = readonly Action[]

export interface PageAccess {
  get: Needs
  /** By the form's `intent`; a page with a single form has the one intent `''`. */
  post?: Readonly<Record<string, Needs>>
}

export const everybody: Needs = []
const atlas: PageAccess = { get: ['atlas.read'] }

const positionForms = {
  position: ['position.state'],
  'withdraw-position': ['position.state'],
  'redact-position': ['position.redact'],
} as const

/**
 * Every page of `app/routes`, by its folder. The tests fail on a page, a form or an address of the API that is not
 * here, and hold the running server against these lines for every role and state.
 */
export const pageAccess: Readonly<Record<string, PageAccess>> = {
  $: { get: everybody, post: { '': everybody } },
  _index: atlas,
  ...atlasPages(['strategies', 'people', 'concepts', 'scenarios', 'sources']),
  'strategies.$id': { get: ['atlas.read'], post: positionForms },
  'strategies_.$id_.relations': {
    get: ['atlas.read'],
    post: { 'confirm-relation': ['relation.answer'], 'dispute-relation': ['relation.answer'] },
  },
  'levers._index': atlas,
  'levers.$id': atlas,
  'tags.$tag': atlas,
  matrix: atlas,
  search: atlas,
  axes: atlas,
  map: atlas,
  compare: atlas,
  portfolio: atlas,
  board: atlas,
  // What is sent is answered and not kept.
  identity: { get: ['atlas.read'], post: { answer: ['atlas.read'], group: ['atlas.read'] } },
  signals: atlas,
  'signals_.$id': {
    get: ['atlas.read'],
    post: {
      ...positionForms,
      report: ['signal.report'],
      ballot: ['signal.tend'],
      review: ['signal.tend'],
    },
  },
  paths: atlas,
  commitments: atlas,
  'held-together': atlas,
  'charts.$name': atlas,

  'sign-in': { get: everybody, post: { '': everybody } },
  'sign-up': { get: everybody, post: { '': everybody } },
  'sign-out': { get: everybody, post: { '': everybody } },
  account: {
    get: ['account.own'],
    post: {
      'change-name': ['account.own'],
      'change-password': ['account.own'],
      'revoke-session': ['account.own'],
      'revoke-other-sessions': ['account.own'],
      'create-token': ['token.create'],
      'revoke-token': ['account.own'],
      'withdraw-position': ['position.state'],
    },
  },

  'sign-in_.link': { get: everybody, post: { 'sign-in': everybody, reset: everybody } },
  'sign-in_.code': { get: everybody, post: { '': everybody } },
  'sign-in_.passkey': { get: everybody, post: { begin: everybody, '': everybody } },
  // What a link may do is asked of its token.
  'link.$kind': { get: everybody, post: { '': everybody } },
  'account_.security': {
    get: ['account.own'],
    post: {
      email: ['account.own'],
      confirmation: ['account.own'],
      'begin-passkey': ['account.own'],
      'keep-passkey': ['account.own'],
      'remove-passkey': ['account.own'],
      'begin-factor': ['account.own'],
      'confirm-factor': ['account.own'],
      'end-factor': ['account.own'],
      'new-codes': ['account.own'],
    },
  },
  'account_.data': {
    get: ['account.own'],
    post: { copy: ['account.own'], delete: ['account.own'] },
  },
  'account_.data_.copy': { get: everybody, post: { '': ['account.own'] } },
  'account_.profile': { get: ['account.own'], post: { '': ['account.own'] } },
  'members.$id': atlas,
  'account_.reading': { get: ['account.own'], post: { '': ['account.own'] } },
  // Whether the session is fresh is asked of the session, not of the role.
  'account_.confirm': { get: ['account.own'], post: { '': ['account.own'] } },
  'help._index': { get: everybody },
  'help.$id': { get: everybody },
  'help.glossary': { get: everybody },
  'help.keyboard': { get: everybody },
  'help.changes': { get: everybody },
  accessibility: { get: everybody },
  welcome: { get: everybody, post: { '': ['account.own'] } },

  watch: { get: ['account.own'], post: { '': ['account.own'] } },
  'account_.notifications': { get: ['account.own'], post: { '': ['account.own'] } },
  // Its link is signed, and says for whom; no account is asked.
  'unsubscribe.$token': { get: everybody, post: { '': everybody } },

  inbox: { get: ['account.own'], post: { '': ['account.own'] } },

  ...draftPages,

  'threads.new': { get: ['thread.open'], post: { '': ['thread.open'] } },
  'threads.$id': {
    get: ['thread.read'],
    post: {
      post: ['contribution.post'],
      edit: ['contribution.edit'],
      delete: ['contribution.delete'],
      react: ['contribution.react'],
      mind: ['contribution.react'],
      'mind-back': ['said.take-back'],
      restate: ['contribution.post'],
      fair: ['contribution.react'],
      'fair-back': ['said.take-back'],
      header: ['contribution.post'],
      check: ['contribution.post'],
      scale: ['contribution.post'],
      marker: ['contribution.post'],
      propose: ['candidate.propose'],
      'candidate-reword': ['candidate.own'],
      'candidate-withdraw': ['candidate.own'],
      'candidate-react': ['contribution.react'],
      'candidate-merge': ['candidate.merge'],
      'candidate-carry': ['candidate.carry'],
      dispute: ['contribution.post'],
      resolve: ['thread.resolve'],
      reopen: ['thread.reopen'],
      merge: ['thread.merge'],
      confirm: ['thread.confirm'],
      ...objectionForms,
      attach: ['contribution.edit'],
      detach: ['contribution.delete'],
      link: ['contribution.edit'],
      unlink: ['contribution.delete'],
    },
  },
  'threads.$id_.overview': { get: ['thread.read'] },

  'ballots._index': { get: ['ballot.list'] },
  'ballots.presets': {
    get: everybody,
    post: {
      'save-preset': ['preset.change'],
      'archive-preset': ['preset.change'],
      'restore-preset': ['preset.change'],
    },
  },
  'ballots.new': {
    get: ['draft.read'],
    post: { fill: ['draft.read'], '': ['ballot.open'], ask: ['ballot.ask'], forks: ['ballot.open'] },
  },
  'ballots.$id': {
    get: ['ballot.read'],
    post: {
      // Only shows the typed vote again; nothing is read or kept.
      review: everybody,
      edit: everybody,
      cast: ['ballot.vote'],
      reaffirm: ['ballot.vote'],
      amend: ['ballot.amend'],
      challenge: ['ballot.challenge'],
      close: ['ballot.close'],
      extend: ['ballot.tend'],
      remind: ['ballot.tend'],
      replan: ['ballot.plan'],
      'cancel-plan': ['ballot.plan'],
      'state-outcome': ['ballot.state-outcome'],
    },
  },

  join: { get: everybody },
  // Who is in the room is asked of the room; a code opens it to everybody.
  'w.$code': { get: everybody, post: inRoom },

  'admin._index': { get: ['admin.read'], post: { '': ['admin.read'] } },
  'admin.rooms': { get: ['admin.read'] },
  // Whose account it is, is asked of the account.
  'admin.people': {
    get: ['admin.read'],
    post: { role: ['admin.read'], suspend: ['admin.read'], lift: ['admin.read'] },
  },
  'admin.invitations': {
    get: ['admin.read'],
    post: { 'make-invitation': ['admin.read'], 'revoke-invitation': ['admin.read'] },
  },
  'admin.vocabulary': {
    get: ['admin.read'],
    post: {
      reword: ['vocabulary.change'],
      add: ['vocabulary.change'],
      retire: ['vocabulary.change'],
      up: ['vocabulary.change'],
      down: ['vocabulary.change'],
      'merge-tag': ['vocabulary.change'],
      'take-apart': ['vocabulary.change'],
    },
  },
  'admin.site': {
    get: ['admin.read'],
    post: { word: ['site.change'], preview: ['admin.read'], turn: ['site.change'] },
  },
  'admin.jobs': { get: ['admin.read'], post: { '': ['admin.read'] } },
  'moderation._index': { get: ['moderation.read'] },
  ...orderPages,
  'moderation.$id.publish': {
    get: ['moderation.read', 'draft.read'],
    post: { approve: ['version.publish'], '': ['version.publish'], 'cancel-plan': ['moderation.read', 'draft.read'] },
  },
  'moderation.$id.variant': {
    get: ['moderation.read', 'draft.read'],
    post: { '': ['moderation.read', 'draft.read'] },
  },
  'moderation.withdraw': { get: ['entry.withdraw'], post: { '': ['entry.withdraw'] } },
  'moderation.roll-back': { get: ['version.roll-back'], post: { '': ['version.roll-back'] } },
  'versions.affirm': { get: ['version.affirm'], post: { '': ['version.affirm'] } },
  'challenges.new': { get: ['version.challenge'], post: { '': ['version.challenge'] } },
  'challenges.$id': { get: ['atlas.read'], post: { answer: ['challenge.answer'], withdraw: ['challenge.withdraw'] } },
  'editions._index': { get: ['atlas.read'], post: { '': ['edition.publish'] } },
  'editions.$name': atlas,
  ...workshopPages,
  record: { get: ['record.read'] },
}

function atlasPages(folders: readonly string[]): Record<string, PageAccess> {
  const pages = folders.flatMap((folder) => [
    [`${folder}._index`, atlas] as const,
    [`${folder}.$id`, atlas] as const,
    [`${folder}_.$id_.history`, atlas] as const,
    [`${folder}_.$id_.v.$n`, atlas] as const,
    [`${folder}_.$id_.compare.$range`, atlas] as const,
  ])
  return Object.fromEntries(pages)
}
