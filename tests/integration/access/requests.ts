type Ids = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, string>>

/** A request that is right in everything but, perhaps, who sends it. */
export interface Ask {
  about:
    | 'nothing'
    | 'draft'
    | 'thread'
    | 'ballot'
    | 'suggestion'
    | 'workshop'
    | 'open objection'
    | 'dismissed objection'
  path(ids: Ids): string
  body?(ids: Ids): Record<string, unknown>
  /** Codes that say "you may, but it is not ready": the rights were checked and held. */
  unready?: readonly string[]
}

/** The seeded entries have one version, which the page says cannot be compared with itself: it was let in to say so. */
const oneVersion = ['bad-input'] as const

const inTwoDays = () => new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 16)
const later = () => new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)

const againstItself = (ids: Ids) => `/drafts/${ids.draft}/against/${ids.draft}`

function page(about: Ask['about'], path: Ask['path'], fields?: (ids: Ids) => Fields, unready?: readonly string[]): Ask {
  return { about, path, ...(fields && { body: fields }), ...(unready && { unready }) }
}

const sourceFields = () => ({
  'sources.0.url': `https://example.org/${Math.random()}`,
  'sources.0.title': 'A page',
  'sources.0.publisher': 'Somebody',
  'sources.0.date': '2026-11-01',
})

const objectionForms = (path: Ask['path'], raiseAbout: 'draft' | 'thread') => ({
  raise: page(raiseAbout, path, () => ({ text: 'Too much.', settledBy: 'Less.' })),
  dispose: page('open objection', path, (ids) => ({
    objectionId: ids.objection ?? '',
    disposition: 'dismissed',
    reason: 'No.',
  })),
  withdraw: page('open objection', path, (ids) => ({ objectionId: ids.objection ?? '', reason: 'Settled.' })),
  attach: page('open objection', path, (ids) => ({ objectionId: ids.objection ?? '', ...sourceFields() })),
  // Releasing nobody changes no right, and in the matrix nobody is away.
  'stand-in': page('open objection', path, (ids) => ({ objectionId: ids.objection ?? '', standInId: '' })),
  'ask-stand-in': page('open objection', path, (ids) => ({ objectionId: ids.objection ?? '' }), ['conflict']),
  'step-in': page('open objection', path, (ids) => ({ objectionId: ids.objection ?? '' }), ['conflict']),
  note: page('dismissed objection', path, (ids) => ({ objectionId: ids.objection ?? '', note: 'I still think so.' })),
})

function suggestionForms(): Record<string, Ask> {
  const forms: Record<string, Fields> = {
    accept: {},
    edit: { text: 'Words of a writer.' },
    decline: { reason: 'No.' },
    withdraw: {},
    renew: { text: 'Still other words.' },
    several: { decision: 'decline', reason: 'No.' },
  }
  return Object.fromEntries(
    Object.entries(forms).map(([intent, fields]) => [
      `POST drafts.$id.suggestions ${intent}`,
      page(
        'suggestion',
        (ids) => `/drafts/${ids.draft}/suggestions`,
        (ids) => ({ ...fields, suggestionId: ids.suggestion ?? '', chosen: ids.suggestion ?? '' }),
      ),
    ]),
  )
}

function caseForms(): Record<string, Ask> {
  const decision = { seen: '1', act: 'keep', reason: 'in-order', words: 'A test.', outcome: 'upheld' }
  return Object.fromEntries(
    ['claim', 'release', 'decide', 'decide-appeal'].map((intent) => [
      `POST moderation.cases.$id ${intent}`,
      page(
        'nothing',
        () => '/moderation/cases/none',
        () => decision,
        ['not-found'],
      ),
    ]),
  )
}

/** What a facilitator may but cannot do in every state, and what names nothing that is there. */
const notNow = ['conflict', 'too-late', 'bad-input', 'not-found']

/** A right request for every page (`GET <folder>`) and every form (`POST <folder> <intent>`) of the access table. */
export const pageAsks: Readonly<Record<string, Ask>> = {
  ...fixed({
    _index: '/',
    'levers._index': '/levers',
    'levers.$id': '/levers/speed',
    'tags.$tag': '/tags/open-weights',
    matrix: '/matrix',
    search: '/search?q=compute',
    axes: '/axes',
    board: '/board',
    identity: '/identity?s=pause',
    map: '/map?s=pause',
    compare: '/compare?s=pause,open-source-maximalism',
    portfolio: '/portfolio?s=pause,open-source-maximalism',
    signals: '/signals?state=armed',
    'signals_.$id': '/signals/pause',
    'strategies_.$id_.relations': '/strategies/pause/relations',
    paths: '/paths?from=pause',
    commitments: '/commitments',
    'held-together': '/held-together',
    'charts.$name': '/charts/density.svg',
    account: '/account',
    'account_.confirm': '/account/confirm',
    'account_.reading': '/account/reading',
    'account_.notifications': '/account/notifications',
    'account_.security': '/account/security',
    'account_.profile': '/account/profile',
    'account_.data': '/account/data',
    'sign-in_.link': '/sign-in/link',
    'sign-in_.code': '/sign-in/code',
    'sign-in_.passkey': '/sign-in/passkey',
    'link.$kind': '/link/reset?t=none',
    inbox: '/inbox',
    'help._index': '/help?q=vote',
    'help.$id': '/help/read-an-entry',
    'help.changes': '/help/changes',
    welcome: '/welcome',
    'drafts._index': '/drafts',
    'drafts.new': '/drafts/new',
  }),
  ...fixed({
    'ballots._index': '/ballots',
    'ballots.presets': '/ballots/presets',
    'moderation._index': '/moderation',
    'editions._index': '/editions',
    'editions.$name': '/editions/2020.1',
    'moderation.withdraw': '/moderation/withdraw?entry=strategies/pause',
    'moderation.roll-back': '/moderation/roll-back?entry=strategies/pause&n=1',
    'challenges.new': '/challenges/new?entry=strategies/pause',
    'admin._index': '/admin',
    'admin.rooms': '/admin/rooms',
    'admin.people': '/admin/people?q=demo&role=reviewer',
    'admin.jobs': '/admin/jobs',
    'admin.site': '/admin/site',
    'admin.invitations': '/admin/invitations',
    'admin.vocabulary': '/admin/vocabulary?list=tag&q=open',
    record: '/record',
    'workshops._index': '/workshops',
    'workshops.new': '/workshops/new',
  }),
  ...fixed({ 'cases._index': '/cases', 'moderation.log': '/moderation/log' }),
  // Things and cases that are not there, so that the matrix may ask again and again: the right is checked first.
  'GET i.$token': page('nothing', () => '/i/none', undefined, ['not-found', 'too-many']),
  'POST i.$token ': page(
    'nothing',
    () => '/i/none',
    () => ({}),
    ['not-found', 'too-many'],
  ),
  'GET flag': page('nothing', () => '/flag?thing=thread/none', undefined, ['not-found']),
  'POST flag ': page(
    'nothing',
    () => '/flag',
    () => ({ thing: 'thread/none', reason: 'spam' }),
    ['not-found'],
  ),
  'GET cases.$id': page('nothing', () => '/cases/none', undefined, ['not-found']),
  'POST cases.$id appeal': page(
    'nothing',
    () => '/cases/none',
    () => ({ text: 'A test.' }),
    ['not-found'],
  ),
  'GET moderation.cases.$id': page('nothing', () => '/moderation/cases/none', undefined, ['not-found']),
  ...caseForms(),
  ...workshopAsks(),
  ...fixed({ 'sign-in': '/sign-in', join: '/join' }),
  ...entryPages({ strategies: 'pause', people: 'yann-lecun', concepts: 'sovereign-ai' }),
  ...entryPages({ scenarios: 'decisive-advantage', sources: 'open-source-ai-must-win-digest' }),

  ...positionForms('strategies.$id', '/strategies/pause'),
  ...positionForms('signals_.$id', '/signals/pause'),
  // A signal and a report that are not there, so that the matrix may ask again and again.
  'POST signals_.$id report': page(
    'nothing',
    () => '/signals/pause',
    () => ({
      signalId: 'none',
      url: 'https://example.org/a',
      title: 'A title',
      publisher: 'A paper',
      date: '2026-01-02',
      shows: 'That it landed.',
    }),
    ['conflict'],
  ),
  'POST signals_.$id ballot': page(
    'nothing',
    () => '/signals/pause',
    () => ({ reportId: 'none', rule: 'simple-majority', quorum: '50', closesAt: '1d', names: 'shown' }),
    ['not-found'],
  ),
  'POST signals_.$id review': page(
    'nothing',
    () => '/signals/pause',
    () => ({
      signalId: 'none',
      note: 'Nothing yet.',
      next: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }),
    ['conflict'],
  ),

  'POST identity answer': page(
    'nothing',
    () => '/identity',
    () => ({ lose: 'bet' }),
  ),
  'POST identity group': page(
    'nothing',
    () => '/identity',
    () => ({ lines: 'lose=bet' }),
  ),
  ...forms('account_.data', {
    copy: page(
      'nothing',
      () => '/account/data',
      () => ({}),
      ['conflict'],
    ),
    delete: page(
      'nothing',
      () => '/account/data',
      () => ({ email: 'nobody' }),
      ['bad-input'],
    ),
  }),
  'POST account_.data_.copy ': page(
    'nothing',
    () => '/account/data/copy',
    () => ({ copy: 'none', form: 'json' }),
  ),
  ...forms('account_.security', {
    email: page(
      'nothing',
      () => '/account/security',
      () => ({ email: 'nobody' }),
      ['bad-input'],
    ),
    confirmation: page(
      'nothing',
      () => '/account/security',
      () => ({}),
      ['conflict', 'too-many'],
    ),
    'remove-passkey': page(
      'nothing',
      () => '/account/security',
      () => ({ passkey: 'none' }),
      ['not-found'],
    ),
    'end-factor': page(
      'nothing',
      () => '/account/security',
      () => ({}),
    ),
    'new-codes': page(
      'nothing',
      () => '/account/security',
      () => ({}),
      ['conflict'],
    ),
    'confirm-factor': page(
      'nothing',
      () => '/account/security',
      () => ({ code: '000000' }),
      ['bad-input', 'too-many'],
    ),
  }),
  'POST account_.reading ': page(
    'nothing',
    () => '/account/reading',
    () => ({ theme: 'auto', textSize: 'normal', motion: 'auto', shortcuts: 'on', timeZone: '' }),
  ),
  'POST welcome ': page(
    'nothing',
    () => '/welcome',
    () => ({ what: 'welcome' }),
  ),
  'POST account revoke-session': page(
    'nothing',
    () => '/account',
    () => ({ session: 'none' }),
  ),
  'POST account create-token': page(
    'nothing',
    () => '/account',
    () => ({ tokenName: 'Matrix', days: '7' }),
  ),
  'POST admin._index ': page('nothing', () => '/admin?index'),
  // An account that is not there, so that the matrix may ask again and again: the right is checked first.
  ...forms('admin.people', {
    role: page(
      'nothing',
      () => '/admin/people',
      () => ({ actorId: 'none', role: 'reviewer' }),
      ['not-found'],
    ),
    suspend: page(
      'nothing',
      () => '/admin/people',
      () => ({ actorId: 'none', reason: 'A test.' }),
      ['not-found'],
    ),
    lift: page(
      'nothing',
      () => '/admin/people',
      () => ({ actorId: 'none' }),
      ['not-found'],
    ),
  }),
  // A word that is not there, or one that is there already, so that the matrix may ask again and again.
  ...forms(
    'admin.vocabulary',
    Object.fromEntries(
      ['reword', 'add', 'retire', 'up', 'down', 'merge-tag', 'take-apart'].map((intent) => [
        intent,
        page(
          'nothing',
          () => '/admin/vocabulary',
          () => ({
            ...{ list: 'expertise', id: 'none', revision: '1', description: 'A test.', into: 'other' },
            name: intent === 'add' ? '…' : 'None',
          }),
          ['not-found', 'bad-input', 'conflict'],
        ),
      ]),
    ),
  ),
  ...forms('admin.invitations', {
    'make-invitation': page(
      'nothing',
      () => '/admin/invitations',
      () => ({ role: 'contributor', days: '7', most: '1' }),
    ),
    'revoke-invitation': page(
      'nothing',
      () => '/admin/invitations',
      () => ({ invitationId: 'none' }),
      ['not-found'],
    ),
  }),
  ...forms('admin.site', {
    // As if another had changed it meanwhile, so that the matrix may ask again and again.
    word: page(
      'nothing',
      () => '/admin/site',
      () => ({ key: 'welcome', text: 'Words.', seen: '1' }),
      ['conflict'],
    ),
    preview: page(
      'nothing',
      () => '/admin/site',
      () => ({ key: 'welcome', text: 'Words.' }),
    ),
    turn: page(
      'nothing',
      () => '/admin/site',
      () => ({ key: 'pre-moderation', on: 'no' }),
    ),
  }),
  // A job that is not there: the right is checked first.
  'POST admin.jobs ': page(
    'nothing',
    () => '/admin/jobs',
    () => ({ job: 'none' }),
    ['conflict'],
  ),
  'POST watch ': page(
    'nothing',
    () => '/watch',
    () => ({ thing: 'tag/open-weights', volume: 'decisions', next: '/' }),
  ),
  'POST account_.notifications ': page(
    'nothing',
    () => '/account/notifications',
    () => ({ watched: 'digest', rhythm: 'daily', hour: '7', day: '1' }),
  ),
  // Nothing to take back, so that the matrix may ask again and again.
  'POST inbox ': page(
    'nothing',
    () => '/inbox',
    () => ({ act: 'undo', at: '1' }),
  ),
  'POST drafts.new ': page(
    'nothing',
    () => '/drafts/new',
    () => ({ kind: 'strategy', title: `New ${Math.random()}` }),
  ),

  'GET drafts.$id._index': page('draft', (ids) => `/drafts/${ids.draft}`),
  'GET drafts.$id.writers': page('draft', (ids) => `/drafts/${ids.draft}/writers?clients=1,2`),
  'GET drafts.$id.history': page('draft', (ids) => `/drafts/${ids.draft}/history`),
  'GET drafts.$id.history_.$moment': page('draft', (ids) => `/drafts/${ids.draft}/history/1.1`),
  'GET drafts.$id.compare.$range': page('draft', (ids) => `/drafts/${ids.draft}/compare/1.1...now`),
  'GET drafts.$id.review': page('draft', (ids) => `/drafts/${ids.draft}/review`),
  // Nobody is chosen, and no request is there: the right is checked first.
  'POST drafts.$id.review withdraw-request': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/review`,
    () => ({ request: 'none' }),
    ['conflict'],
  ),
  'POST drafts.$id.review keep-remark': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/review`,
    () => ({ target: 'entry', type: 'note', text: 'Words.' }),
  ),
  'POST drafts.$id.review submit-review': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/review`,
    () => ({ verdict: 'ready', text: '' }),
  ),
  'GET drafts.$id.people': page('draft', (ids) => `/drafts/${ids.draft}/people`),
  'POST drafts.$id.people visibility': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/people`,
    () => ({ visibility: 'nobody' }),
    ['bad-input'],
  ),
  'POST drafts.$id.people role': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/people`,
    () => ({ actorId: 'none', role: 'reader' }),
    ['bad-input'],
  ),
  'POST drafts.$id.people make-invitation': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/people`,
    () => ({ role: 'reader', days: '1', most: '1' }),
  ),
  'POST drafts.$id.people revoke-invitation': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/people`,
    () => ({ invitationId: 'none' }),
    ['not-found'],
  ),
  'GET drafts.$id.authors': page('draft', (ids) => `/drafts/${ids.draft}/authors`),
  'GET drafts.$id.coordinates': page('draft', (ids) => `/drafts/${ids.draft}/coordinates`),
  'POST drafts.$id.coordinates ': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/coordinates`,
    () => ({ axis: 'coercion', value: 'consent' }),
  ),
  'GET drafts.$id.suggestions': page('draft', (ids) => `/drafts/${ids.draft}/suggestions`),
  'GET drafts.$id.suggestions_.new': page('draft', (ids) => `/drafts/${ids.draft}/suggestions/new?place=section/bet`),
  'POST drafts.$id.suggestions_.new ': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/suggestions/new`,
    () => ({ place: 'section/bet', text: 'Other words.', reason: 'Clearer.' }),
  ),
  ...suggestionForms(),
  'POST drafts.$id.history_.$moment restore': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/history/1.1`,
    () => ({}),
    ['conflict'],
  ),
  'POST drafts.$id.history_.$moment name': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/history/1.1`,
    () => ({ name: `Moment ${Math.random()}` }),
  ),
  'GET drafts.$id.threads': page('draft', (ids) => `/drafts/${ids.draft}/threads`),
  'GET threads.new': page('draft', (ids) => `/threads/new?draft=${ids.draft}`),
  'GET ballots.new': page('draft', (ids) => `/ballots/new?draft=${ids.draft}`),
  'GET moderation.$id.publish': page('draft', (ids) => `/moderation/${ids.draft}/publish`),
  'POST drafts.$id._index move': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ move: 'archive' }),
    ['conflict'],
  ),
  'POST drafts.$id._index writing': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ writing: 'members' }),
  ),
  'POST drafts.$id._index delete': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ reason: 'Matrix.' }),
    ['conflict'],
  ),
  'POST drafts.$id._index redact': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ words: 'matrix words', reason: 'A request of the tests.' }),
    ['conflict'],
  ),
  'POST drafts.$id._index fork': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ reason: 'Another way.' }),
    ['conflict', 'gone'],
  ),
  // A draft against itself, so that no second one is needed: the rights are checked first.
  'GET drafts.$id.against.$other': page('draft', againstItself, undefined, ['bad-input']),
  'POST drafts.$id.against.$other take': page('draft', againstItself, () => ({ part: 'title' }), ['bad-input']),
  'POST drafts.$id.against.$other merge': page('draft', againstItself, () => ({ seen: 'none' }), ['bad-input']),
  'POST drafts.$id.against.$other close': page('draft', againstItself, () => ({}), ['bad-input']),
  'POST drafts.$id._index invite': page(
    'draft',
    (ids) => `/drafts/${ids.draft}`,
    () => ({ email: 'contributor2@demo.invalid', role: 'writer' }),
  ),
  'POST threads.new ': page(
    'draft',
    (ids) => `/threads/new?draft=${ids.draft}`,
    (ids) => ({ draft: ids.draft ?? '', kind: 'general', place: 'entry', title: 'Matrix' }),
  ),
  'POST ballots.new fill': page(
    'draft',
    (ids) => `/ballots/new?draft=${ids.draft}`,
    (ids) => ({ draft: ids.draft ?? '', preset: 'consent' }),
  ),
  'POST ballots.new ': page(
    'draft',
    (ids) => `/ballots/new?draft=${ids.draft}`,
    (ids) => ({
      draft: ids.draft ?? '',
      rule: 'simple-majority',
      quorumKind: 'number',
      quorumNumber: '1',
      closes: 'at',
      closesAt: later(),
      electorate: 'members',
      names: 'shown',
      results: 'hidden',
    }),
  ),
  // One draft alone, so that no second one is needed: the right is checked first.
  'POST ballots.new forks': page(
    'draft',
    (ids) => `/ballots/new?forks=${ids.draft}`,
    (ids) => ({ forks: ids.draft ?? '' }),
    ['bad-input'],
  ),
  'POST ballots.new ask': page(
    'nothing',
    () => '/ballots/new?entry=strategies/pause',
    () => ({
      entry: 'strategies/pause',
      question: 'Which of them?',
      options: 'The one\nThe other',
      rule: 'approval',
      quorumKind: 'number',
      quorumNumber: '1',
      closes: 'at',
      closesAt: later(),
      electorate: 'members',
      names: 'shown',
      results: 'hidden',
    }),
  ),
  'POST moderation.$id.publish approve': page(
    'draft',
    (ids) => `/moderation/${ids.draft}/publish`,
    () => ({ snapshotId: 'none' }),
    ['not-ready', 'conflict'],
  ),
  'POST moderation.$id.publish ': page(
    'draft',
    (ids) => `/moderation/${ids.draft}/publish`,
    () => ({ note: 'Matrix.' }),
    ['not-ready', 'conflict'],
  ),
  'GET moderation.$id.variant': page('draft', (ids) => `/moderation/${ids.draft}/variant`),
  'POST moderation.$id.variant ': page(
    'draft',
    (ids) => `/moderation/${ids.draft}/variant`,
    () => ({ name: 'Matrix', note: 'Matrix.' }),
    ['conflict', 'gone'],
  ),
  // An entry that is not there, so that the matrix may ask again and again: the right is checked first.
  'POST editions._index ': page(
    'nothing',
    () => '/editions',
    () => ({ name: '2020.1', note: 'Taken already: the right is checked first.' }),
    ['conflict'],
  ),
  'POST moderation.roll-back ': page(
    'nothing',
    () => '/moderation/roll-back',
    () => ({ entry: 'strategies/pause', n: '1', current: '1', reason: 'It is current: the right is checked first.' }),
    ['conflict'],
  ),
  'POST challenges.new ': page(
    'nothing',
    () => '/challenges/new',
    () => ({ entry: 'strategies/pause', n: '9', place: 'entry', reason: 'Of a version that is not there.' }),
    ['conflict'],
  ),
  'POST moderation.withdraw ': page(
    'nothing',
    () => '/moderation/withdraw',
    () => ({ entry: 'strategies/none', reason: 'A test.' }),
    ['not-found'],
  ),
  ...forms(
    'drafts.$id.threads',
    objectionForms((ids) => `/drafts/${ids.draft}/threads`, 'draft'),
  ),
  'POST drafts.$id.threads hold': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/threads`,
    () => ({ until: new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().slice(0, 10), reason: 'To read.' }),
  ),
  'POST drafts.$id.threads lift': page(
    'draft',
    (ids) => `/drafts/${ids.draft}/threads`,
    () => ({ holdId: 'none', reason: 'A test.' }),
    ['conflict'],
  ),

  'GET threads.$id': page('thread', (ids) => `/threads/${ids.thread}`),
  'GET threads.$id_.overview': page('thread', (ids) => `/threads/${ids.thread}/overview`),
  'POST threads.$id post': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    () => ({ type: 'note', text: 'Words.' }),
  ),
  'POST threads.$id edit': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', text: `Edited ${Math.random()}` }),
  ),
  'POST threads.$id attach': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', ...sourceFields() }),
  ),
  'POST threads.$id merge': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    () => ({ into: 'none' }),
    ['bad-input'],
  ),
  // The right is checked before the link is read.
  'POST threads.$id link': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', seeAlso: 'no link' }),
    ['bad-input'],
  ),
  'POST threads.$id unlink': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', to: 'none' }),
    ['gone'],
  ),
  'POST threads.$id delete': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '' }),
  ),
  // One's own contribution takes no reaction of one's own.
  'POST threads.$id react': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', stance: 'agree' }),
    ['conflict'],
  ),
  // One's own contribution changes only the minds of others.
  'POST threads.$id mind': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    (ids) => ({ contributionId: ids.contribution ?? '', from: 'agree', to: 'unsure' }),
    ['conflict'],
  ),
  'POST threads.$id resolve': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    () => ({ outcome: 'set-aside', reason: 'Said.' }),
  ),
  'POST threads.$id reopen': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    () => ({ reason: 'News.' }),
  ),
  'POST threads.$id confirm': page(
    'thread',
    (ids) => `/threads/${ids.thread}`,
    () => ({}),
  ),

  'GET ballots.$id': page('ballot', (ids) => `/ballots/${ids.ballot}`),
  'POST ballots.$id cast': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ choice: 'agree' }),
  ),
  'POST ballots.presets save-preset': page(
    'nothing',
    () => '/ballots/presets',
    () => ({
      name: 'A test',
      words: 'For the matrix.',
      rule: 'consent',
      quorum: '50 %',
      openFor: '1w',
      names: 'shown',
      results: 'hidden',
    }),
  ),
  'POST ballots.presets archive-preset': page(
    'nothing',
    () => '/ballots/presets',
    () => ({ id: 'none' }),
    ['not-found'],
  ),
  'POST ballots.presets restore-preset': page(
    'nothing',
    () => '/ballots/presets',
    () => ({ id: 'none' }),
    ['not-found'],
  ),
  'POST ballots.$id extend': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ closes: 'at', closesAt: inTwoDays(), reason: 'More time.' }),
  ),
  'POST ballots.$id state-outcome': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ statement: 'It was decided.' }),
  ),
  'POST ballots.$id remind': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({}),
    ['not-ready'],
  ),
  'POST ballots.$id replan': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ opens: 'at', opensAt: later(), closes: 'at', closesAt: inTwoDays() }),
  ),
  'POST ballots.$id cancel-plan': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ reason: 'Too early.' }),
  ),
  // Nobody's paper is stale here and no draft has changed: the right is checked first.
  'POST ballots.$id reaffirm': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({}),
    ['conflict'],
  ),
  'POST ballots.$id amend': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ change: 'material', note: 'A number.' }),
    ['conflict'],
  ),
  'POST ballots.$id challenge': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ n: '2', reason: 'It says more.' }),
    ['conflict'],
  ),
  'POST ballots.$id close': page(
    'ballot',
    (ids) => `/ballots/${ids.ballot}`,
    () => ({ reason: 'Enough.' }),
  ),
}

/** Forms that the matrix does not walk, each with where they are proved instead. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'GET $': 'security/requests: unknown addresses',
  'POST $ ': 'security/requests: unknown addresses',
  'GET w.$code': 'workshops/room-route: by a code, and asked of the room',
  'POST w.$code join': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code leave': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code rename': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code room-propose': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code room-reword': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code room-withdraw': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code room-react': 'workshops/room-route and workshops/join: asked of the room',
  'POST w.$code speak': 'workshops/talk: asked of the room',
  'POST w.$code hum-open': 'workshops/talk: asked of the room',
  'POST w.$code hum-answer': 'workshops/talk: asked of the room',
  'POST w.$code hum-hands': 'workshops/talk: asked of the room',
  'POST w.$code hum-close': 'workshops/talk: asked of the room',
  'POST w.$code advisory': 'workshops/advisory: asked of the room',
  'POST w.$code review': 'only shows the typed vote again, as on the page of the ballot',
  'POST w.$code edit': 'only shows the typed vote again, as on the page of the ballot',
  'POST w.$code cast': 'workshops/advisory: asked of the ballot',
  'POST w.$code room-reason': 'workshops/room-route and workshops/join: asked of the room',
  'POST drafts.$id.review ask-review': 'reviews/asking: needs somebody who may be asked',
  'POST drafts.$id.review drop-remark': 'reviews/reviewing: of what one kept oneself',
  'GET watch': 'a redirect for everybody',
  'GET unsubscribe.$token': 'mail/unsubscribing: by a signed link, whoever opens it',
  'POST unsubscribe.$token ': 'mail/unsubscribing: by a signed link, whoever opens it',
  'GET help.glossary': 'has nothing to load',
  'GET help.keyboard': 'has nothing to load',
  'GET accessibility': 'has nothing to load',
  'GET sign-up': 'redirects the signed-in to their account',
  'GET sign-out': 'a redirect for everybody',
  'POST sign-in ': 'accounts/entering',
  'POST sign-up ': 'accounts/entering',
  'POST sign-out ': 'accounts/entering',
  'GET account_.data_.copy': 'leads to the page of the data',
  'GET members.$id': 'accounts/profile: names a member',
  'POST account_.profile ': 'accounts/profile: suspended members change nothing that everybody reads',
  'POST account change-name': 'accounts/profile: suspended members change nothing that everybody reads',
  'POST sign-in_.passkey begin': 'e2e/passkeys',
  'POST sign-in_.passkey ': 'e2e/passkeys',
  'POST sign-in_.link sign-in': 'accounts/mail-links',
  'POST sign-in_.link reset': 'accounts/mail-links',
  'POST sign-in_.code ': 'accounts/second-factor',
  'POST link.$kind ': 'accounts/mail-links',
  'POST account_.security begin-passkey': 'e2e/passkeys: needs the address of the site',
  'POST account_.security keep-passkey': 'e2e/passkeys: needs a device',
  'POST account_.security begin-factor': 'accounts/second-factor: would be asked for a code',
  'POST account_.confirm ': 'accounts/fresh-proof: needs the password',
  'POST account change-password': 'accounts/entering: needs the present password',
  'POST account revoke-other-sessions': 'accounts/entering: would end the sessions of the matrix',
  'GET versions.affirm': 'publishing/shelf-life',
  'POST versions.affirm ': 'publishing/shelf-life',
  'POST moderation.$id.publish cancel-plan': 'publishing/plans',
  'GET challenges.$id': 'publishing/challenges',
  'POST challenges.$id answer': 'publishing/challenges',
  'POST challenges.$id withdraw': 'publishing/challenges',
  'POST account withdraw-position': 'signals/members-and-names: only of what one holds',
  'POST account revoke-token': 'accounts/entering: somebody else’s token is not found',
  'POST threads.$id header': 'the same check as post, on hearings: tests of threads',
  'POST threads.$id dispute': 'the same check as post, on hearings with a report: tests of signals',
  'POST threads.$id check': 'the same check as post, on hearings: tests of threads',
  'POST threads.$id restate': 'the same check as post, where a side was argued: tests of threads',
  'POST threads.$id fair': 'of a restatement by somebody else: tests of threads',
  'POST threads.$id fair-back': 'of what one said oneself: tests of threads',
  'POST threads.$id mind-back': 'of what one said oneself: tests of threads',
  'POST threads.$id scale': 'the same check as post, on hearings: tests of bands',
  'POST threads.$id marker': 'the same check as post, on hearings: tests of bands',
  'POST threads.$id propose': 'on hearings: candidates/rights',
  'POST threads.$id candidate-reword': 'on hearings: candidates/rights',
  'POST threads.$id candidate-withdraw': 'on hearings: candidates/rights',
  'POST threads.$id candidate-react': 'on hearings: candidates/rights',
  'POST threads.$id candidate-merge': 'on hearings: candidates/rights',
  'POST threads.$id candidate-carry': 'on hearings: candidates/rights',
  'POST threads.$id detach': 'threads/sources: asks who owns the source',
  'POST drafts.$id.threads detach': 'threads/sources: asks who owns the source',
  'POST threads.$id raise': 'the same use case as on the page of the draft',
  'POST threads.$id dispose': 'the same use case as on the page of the draft',
  'POST threads.$id withdraw': 'the same use case as on the page of the draft',
  'POST drafts.$id.threads settle-for': 'threads/stand-ins: needs somebody who stands in',
  'POST drafts.$id.threads take-up': 'threads/stand-ins: needs what a stand-in withdrew',
  'POST threads.$id stand-in': 'the same use case as on the page of the draft',
  'POST threads.$id ask-stand-in': 'the same use case as on the page of the draft',
  'POST threads.$id step-in': 'the same use case as on the page of the draft',
  'POST threads.$id settle-for': 'the same use case as on the page of the draft',
  'POST threads.$id take-up': 'the same use case as on the page of the draft',
  'POST threads.$id note': 'the same use case as on the page of the draft',
  'POST strategies_.$id_.relations confirm-relation': 'relations/rights: who may depends on the declaration',
  'POST strategies_.$id_.relations dispute-relation': 'relations/rights: who may depends on the declaration',
  'POST ballots.$id review': 'shows the typed vote again',
  'POST ballots.$id edit': 'shows the typed vote again',
}

/** A right request for every address of the API, by `METHOD path`. */
export const apiAsks: Readonly<Record<string, Ask>> = {
  'GET /api/v1/record': page('nothing', () => '/api/v1/record'),
  'GET /api/v1/entries': page('nothing', () => '/api/v1/entries?kind=strategy'),
  'GET /api/v1/entries/:kind/:id': page('nothing', () => '/api/v1/entries/strategy/pause'),
  'GET /api/v1/entries/:kind/:id/versions': page('nothing', () => '/api/v1/entries/strategy/pause/versions'),
  'GET /api/v1/entries/:kind/:id/versions/:n': page('nothing', () => '/api/v1/entries/strategy/pause/versions/1'),
  'POST /api/v1/drafts': {
    about: 'nothing',
    path: () => '/api/v1/drafts',
    body: () => ({ kind: 'strategy', title: `New ${Math.random()}` }),
  },
  'GET /api/v1/drafts/:id': page('draft', (ids) => `/api/v1/drafts/${ids.draft}`),
  'POST /api/v1/drafts/:id/sections/:section': {
    about: 'draft',
    path: (ids) => `/api/v1/drafts/${ids.draft}/sections/bet`,
    body: () => ({ markdown: `A bet ${Math.random()}` }),
  },
  'POST /api/v1/drafts/:id/publish': {
    about: 'draft',
    path: (ids) => `/api/v1/drafts/${ids.draft}/publish`,
    body: () => ({ note: 'Matrix.' }),
    unready: ['not-ready', 'conflict'],
  },
  'POST /api/v1/threads': {
    about: 'draft',
    path: () => '/api/v1/threads',
    body: (ids) => ({ draft: ids.draft, kind: 'general', title: 'Matrix' }),
  },
  'POST /api/v1/threads/:id/contributions': {
    about: 'thread',
    path: (ids) => `/api/v1/threads/${ids.thread}/contributions`,
    body: () => ({ type: 'note', text: 'Words.' }),
  },
  'POST /api/v1/ballots': {
    about: 'draft',
    path: () => '/api/v1/ballots',
    body: (ids) => ({
      draft: ids.draft,
      rule: 'simple-majority',
      quorum: 1,
      closesAt: Date.now() + 3_600_000,
      electorate: 'members',
      names: 'shown',
    }),
  },
  'GET /api/v1/ballots/:id': page('ballot', (ids) => `/api/v1/ballots/${ids.ballot}`),
  'POST /api/v1/ballots/:id/votes': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/votes`,
    body: () => ({ choice: 'agree' }),
  },
  'POST /api/v1/ballots/:id/extend': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/extend`,
    body: () => ({ closesAt: Date.now() + 3_600_000 * 48, reason: 'More time.' }),
  },
  'POST /api/v1/ballots/:id/remind': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/remind`,
    body: () => ({}),
    unready: ['not-ready'],
  },
  'POST /api/v1/ballots/:id/plan': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/plan`,
    body: () => ({ opensAt: Date.now() + 3_600_000, closesAt: Date.now() + 48 * 3_600_000 }),
  },
  'POST /api/v1/ballots/:id/cancel': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/cancel`,
    body: () => ({ reason: 'Too early.' }),
  },
  'POST /api/v1/ballots/:id/statement': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/statement`,
    body: () => ({ statement: 'It was decided.' }),
  },
  'POST /api/v1/ballots/:id/reaffirmations': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/reaffirmations`,
    body: () => ({}),
    unready: ['conflict'],
  },
  'POST /api/v1/ballots/:id/amendments': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/amendments`,
    body: () => ({ change: 'material', note: 'A number.' }),
    unready: ['conflict'],
  },
  'POST /api/v1/ballots/:id/amendments/:n/challenge': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/amendments/2/challenge`,
    body: () => ({ reason: 'It says more.' }),
    unready: ['conflict'],
  },
  'POST /api/v1/ballots/:id/close': {
    about: 'ballot',
    path: (ids) => `/api/v1/ballots/${ids.ballot}/close`,
    body: () => ({ reason: 'Enough.' }),
  },
}

/** Nobody holds a position that could be withdrawn or redacted: the right is checked first. */
function positionForms(folder: string, path: string): Record<string, Ask> {
  const ask = (fields: Fields, unready?: readonly string[]) =>
    page(
      'nothing',
      () => path,
      () => fields,
      unready,
    )
  return forms(folder, {
    position: ask({ position: 'mixed', reason: 'A test.' }),
    'withdraw-position': ask({ reason: 'A test.' }, ['conflict']),
    'redact-position': ask({ actorId: 'none', reason: 'A test.' }, ['not-found']),
  })
}

function fixed(pages: Record<string, string>): Record<string, Ask> {
  return Object.fromEntries(
    Object.entries(pages).map(([folder, path]) => [`GET ${folder}`, page('nothing', () => path)]),
  )
}

function entryPages(known: Record<string, string>): Record<string, Ask> {
  const pages = Object.entries(known).flatMap(([folder, slug]) => [
    [`GET ${folder}._index`, page('nothing', () => `/${folder}`)] as const,
    [`GET ${folder}.$id`, page('nothing', () => `/${folder}/${slug}`)] as const,
    [`GET ${folder}_.$id_.history`, page('nothing', () => `/${folder}/${slug}/history`)] as const,
    [`GET ${folder}_.$id_.v.$n`, page('nothing', () => `/${folder}/${slug}/v/1`)] as const,
    [
      `GET ${folder}_.$id_.compare.$range`,
      page('nothing', () => `/${folder}/${slug}/compare/1...1`, undefined, oneVersion),
    ] as const,
  ])
  return Object.fromEntries(pages)
}

function forms(folder: string, asks: Record<string, Ask>): Record<string, Ask> {
  return Object.fromEntries(Object.entries(asks).map(([intent, ask]) => [`POST ${folder} ${intent}`, ask]))
}

function workshopAsks(): Record<string, Ask> {
  const at = (rest: string) => (ids: Ids) => `/workshops/${ids.workshop}${rest}`
  const ask = (rest: string, fields: Fields = {}) => page('workshop', at(rest), () => fields, notNow)
  const console = ['start', 'move', 'go', 'pause', 'resume', 'time', 'spread', 'lock', 'unlock', 'broadcast']
  const rest = [
    'spotlight',
    'projector',
    'undo',
    'merge',
    'adopt',
    'ballot',
    'close',
    'extend',
    'votes',
    'remove',
    'let-in',
    'turn-away',
    'to-tables',
    'plenum',
    'seat',
    'take-table',
    'tables-away',
  ]
  const last = ['revoke-code', 'renew-code', 'end']
  const typed = {
    reason: 'Enough.',
    move: 'next',
    to: '3',
    minutes: '+1',
    quorum: '1',
    threadId: 'none',
    candidate: '1',
    into: '2',
  }
  return {
    'GET workshops.$id._index': page('workshop', at('')),
    'GET workshops.$id.edit': page('workshop', at('/edit'), undefined, ['conflict']),
    'GET workshops.$id.console': page('workshop', at('/console')),
    'GET workshops.$id.projector': page('workshop', at('/projector')),
    'GET workshops.$id.seen': page('workshop', at('/seen')),
    'GET workshops.$id.replay': page('workshop', at('/replay'), undefined, ['conflict']),
    'GET workshops.$id.minutes[.]md': page('workshop', at('/minutes.md')),
    'POST workshops.new ': page(
      'nothing',
      () => '/workshops/new',
      () => ({ title: 'T', purpose: 'P', startsAt: '2026-11-25T14:00', zone: 'UTC', template: '30' }),
      ['bad-input'],
    ),
    ...forms('workshops.$id._index', {
      'take-lead': ask(''),
      rehearse: ask(''),
      'hand-lead': ask('', { email: 'nobody@example.org' }),
      end: ask(''),
    }),
    ...forms('workshops.$id.edit', { details: ask('/edit', { title: '' }), agenda: ask('/edit', { first: '1' }) }),
    ...forms(
      'workshops.$id.console',
      Object.fromEntries(
        [...console, ...rest, ...last].map((intent) => [
          intent,
          ask('/console', { ...typed, projector: 'lobby', draftId: 'none' }),
        ]),
      ),
    ),
  }
}
