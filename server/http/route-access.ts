import type { Action } from '../../domain/access/policy.ts'

/**
 * What an address needs, by the name of the action in the access table. Several: each of them. None: open to
 * everybody, signed in or not.
 */
export type Needs = readonly Action[]

interface PageAccess {
  get: Needs
  /** By the form's `intent`; a page with a single form has the one intent `''`. */
  post?: Readonly<Record<string, Needs>>
}

const everybody: Needs = []
const atlas: PageAccess = { get: ['atlas.read'] }

const positionForms = {
  position: ['position.state'],
  'withdraw-position': ['position.state'],
  'redact-position': ['position.redact'],
} as const

const objections = {
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

  inbox: { get: ['account.own'], post: { '': ['account.own'] } },

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
  'drafts.$id.authors': { get: ['draft.read'] },
  'drafts.$id.coordinates': { get: ['draft.read'], post: { '': ['suggestion.make'] } },
  'drafts.$id.writers': { get: ['draft.read'] },
  // What was argued about a published draft is as public as its version.
  'drafts.$id.threads': {
    get: ['thread.read'],
    post: { ...objections, hold: ['hold.place'], lift: ['hold.lift'] },
  },

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
      confirm: ['thread.confirm'],
      ...objections,
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
  'ballots.new': { get: ['draft.read'], post: { fill: ['draft.read'], '': ['ballot.open'], ask: ['ballot.ask'] } },
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
      replan: ['ballot.plan'],
      'cancel-plan': ['ballot.plan'],
      'state-outcome': ['ballot.state-outcome'],
    },
  },

  'admin._index': { get: ['admin.read'] },
  'moderation._index': { get: ['moderation.read'] },
  'moderation.$id.publish': {
    get: ['moderation.read', 'draft.read'],
    post: { '': ['version.publish'] },
  },
  'moderation.$id.variant': {
    get: ['moderation.read', 'draft.read'],
    post: { '': ['moderation.read', 'draft.read'] },
  },
  'moderation.withdraw': { get: ['entry.withdraw'], post: { '': ['entry.withdraw'] } },
  'moderation.roll-back': { get: ['version.roll-back'], post: { '': ['version.roll-back'] } },
  'challenges.new': { get: ['version.challenge'], post: { '': ['version.challenge'] } },
  'challenges.$id': { get: ['atlas.read'], post: { answer: ['challenge.answer'], withdraw: ['challenge.withdraw'] } },
  'editions._index': { get: ['atlas.read'], post: { '': ['edition.publish'] } },
  'editions.$name': atlas,
  record: { get: ['record.read'] },
}

/** The addresses that programs use, as `METHOD path`. */
export const machineAccess: Readonly<Record<string, Needs>> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  // Guarded by METRICS_TOKEN instead of an account.
  'GET /metrics': everybody,
  // The same script for everybody; what it keeps is on the device.
  'GET /sw.js': everybody,
  'GET /live': ['account.own'],
  ...atlasFiles(['strategies', 'people', 'concepts', 'scenarios', 'sources']),
  'GET /levers/:id.json': ['atlas.read'],
  'GET /tags/:tag.json': ['atlas.read'],
  'GET /levers.json': ['atlas.read'],
  'GET /scenarios.json': ['atlas.read'],
  'GET /signals.json': ['atlas.read'],
  'GET /paths.json': ['atlas.read'],
  'GET /commitments.json': ['atlas.read'],
  'GET /held-together.json': ['atlas.read'],
  'GET /board.json': ['atlas.read'],
  'GET /feed.xml': ['atlas.read'],
  'GET /feed.json': ['atlas.read'],
  'GET /tags/:tag/feed.xml': ['atlas.read'],
  'GET /tags/:tag/feed.json': ['atlas.read'],
  'GET /oembed': ['atlas.read'],
  'GET /editions/:name.json': ['atlas.read'],
  'GET /editions/:name.bib': ['atlas.read'],
  'GET /editions/:name.ris': ['atlas.read'],
  'GET /editions/:name.csl': ['atlas.read'],
  'GET /search.json': ['atlas.read'],
  'GET /sitemap.xml': ['atlas.read'],
  'GET /sitemaps/:n.xml': ['atlas.read'],
  'GET /robots.txt': everybody,
  'GET /matrix.csv': ['atlas.read'],
  'GET /axes.csv': ['atlas.read'],
  'GET /board.csv': ['atlas.read'],
  'GET /map.csv': ['atlas.read'],
  'GET /compare.csv': ['atlas.read'],
  'GET /portfolio.csv': ['atlas.read'],
  'GET /signals.csv': ['atlas.read'],
  'GET /paths.csv': ['atlas.read'],
  'GET /commitments.csv': ['atlas.read'],
  'GET /held-together.csv': ['atlas.read'],
  'GET /record/bundle': ['record.read'],
  'GET /record/checkpoints': ['record.read'],
  'GET /record/checkpoints.json': ['record.read'],
  'GET /record.csv': ['record.read'],
  'GET /record.json': ['record.read'],
  'GET /threads/:id/overview.csv': ['thread.read'],
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/entries': ['atlas.read'],
  'GET /api/v1/entries/:kind/:id': ['atlas.read'],
  'GET /api/v1/entries/:kind/:id/versions': ['atlas.read'],
  'GET /api/v1/entries/:kind/:id/versions/:n': ['atlas.read'],
  'POST /api/v1/drafts': ['draft.create'],
  'GET /api/v1/drafts/:id': ['draft.read'],
  'POST /api/v1/drafts/:id/sections/:section': ['draft.write'],
  'POST /api/v1/drafts/:id/publish': ['version.publish'],
  'POST /api/v1/threads': ['thread.open'],
  'POST /api/v1/threads/:id/contributions': ['contribution.post'],
  'POST /api/v1/ballots': ['ballot.open'],
  'GET /api/v1/ballots/:id': ['ballot.read'],
  'POST /api/v1/ballots/:id/votes': ['ballot.vote'],
  'POST /api/v1/ballots/:id/extend': ['ballot.tend'],
  'POST /api/v1/ballots/:id/plan': ['ballot.plan'],
  'POST /api/v1/ballots/:id/cancel': ['ballot.plan'],
  'POST /api/v1/ballots/:id/statement': ['ballot.state-outcome'],
  'POST /api/v1/ballots/:id/reaffirmations': ['ballot.vote'],
  'POST /api/v1/ballots/:id/amendments': ['ballot.amend'],
  'POST /api/v1/ballots/:id/amendments/:n/challenge': ['ballot.challenge'],
  'POST /api/v1/ballots/:id/close': ['ballot.close'],
  'GET /api/v1/record': ['record.read'],
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

function atlasFiles(folders: readonly string[]): Record<string, Needs> {
  const files = folders.flatMap((folder) => [
    ...['json', 'md', 'bib', 'ris', 'csl', 'jsonld'].map((ending) => `GET /${folder}/:id.${ending}`),
    ...['xml', 'json'].map((ending) => `GET /${folder}/:id/feed.${ending}`),
    `GET /embed/${folder}/:id`,
    `GET /${folder}/:id/card.png`,
  ])
  return Object.fromEntries(files.map((file) => [file, ['atlas.read'] as const]))
}
