import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { suggestedName } from '../../domain/publishing/editions.ts'
import type { DemoPerson } from './fixtures.ts'
import { test as base, expect, failOnConsoleErrors, signIn } from './fixtures.ts'
import { closeNow, openWith } from './pages/ballot.ts'
import { bar, beginDraft, forkOf, idOf, saved, write } from './pages/draft.ts'
import { publishRevisions, revisedPaths } from './pages/revisions.ts'
import { joinRoom, nextPhase, planWorkshop } from './pages/workshop.ts'
import type { Site } from './site.ts'

/** A server on which an entry of each kind has a second version. */
const test = base.extend<object, { revisedSite: Site }>({
  revisedSite: [
    async ({ readOnlySite }, use) => {
      await publishRevisions(readOnlySite)
      await use(readOnlySite)
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

const open = [
  '/',
  '/strategies',
  '/strategies?q=nothing-is-called-this',
  '/strategies/open-source-maximalism',
  '/strategies/default-drift',
  '/strategies/open-source-maximalism/relations',
  '/people',
  '/people/emad-mostaque',
  '/concepts',
  '/concepts/open-source-agi',
  '/scenarios',
  '/scenarios/eval-abandonment',
  '/sources',
  '/sources/open-source-ai-must-win-news',
  '/levers',
  '/levers/speed',
  '/tags/open-weights',
  '/axes',
  '/board',
  '/identity?s=open-source-maximalism',
  '/board?strategy=open-source-maximalism',
  '/people?q=nobody-is-called-this',
  '/map',
  '/map?s=open-source-maximalism',
  '/compare',
  '/compare?s=pause,race-to-aligned-superintelligence,alignment-first',
  '/portfolio',
  '/portfolio?s=pause,acceleration,compute-governance,alignment-first',
  '/signals',
  '/signals?lever=speed&state=missing',
  '/signals/voluntary-restraint',
  '/paths',
  '/paths?from=pause&via=alignment-first',
  '/commitments',
  '/commitments?topic=time',
  '/held-together',
  '/matrix?cell=pause~race-to-aligned-superintelligence',
  '/matrix?view=list&kind=conflict',
  '/search',
  '/search?q=compute',
  '/search?q=falsificaton+qqqqqqqq',
  '/record',
  '/moderation/log',
  '/i/none',
  '/editions',
  // The demo has made the edition of its quarter.
  `/editions/${suggestedName(Date.now(), [])}`,
  '/join',
  '/join?code=abo',
  '/help',
  '/help?q=receipt',
  '/help/how-decisions-are-made',
  '/help/glossary',
  '/help/keyboard',
  '/accessibility',
  '/welcome',
  '/strategies/pause?tour=1',
  '/sign-in',
  '/sign-up',
  '/sign-in/link',
  '/sign-in/code',
  '/link/reset?t=none',
  '/no-such-page',
]
/** A group is one test, short enough to end in time on a busy machine. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ...Array.from({ length: Math.ceil(open.length / 8) }, (_, i) => {
    const some = open.slice(8 * i, 8 * i + 8)
    return [`${some.length} signed-out pages from ${some[0]}`, some] as const
  }),
  // Histories and comparisons are one page for all kinds; the first stands for them.
  ...revisedPaths.map((path, i) => {
    const all = [path, `${path}/v/1`, ...(i === 0 ? [`${path}/history`, `${path}/compare/1...2`] : [])]
    return [`the versions of ${path}`, all] as const
  }),
]
const signedIn = [
  '/account',
  '/account/confirm',
  '/cases',
  '/account/reading',
  '/account/notifications',
  '/account/security',
  '/account/profile',
  '/account/data',
  '/drafts',
  '/drafts/new',
  '/drafts/new?entry=strategies/pause',
  '/ballots',
  '/ballots/presets',
  '/strategies/voluntary-restraint',
  '/strategies/open-source-maximalism/relations',
  '/signals/voluntary-restraint',
  '/moderation',
  '/moderation/roll-back?entry=strategies/pause&n=1',
  '/challenges/new?entry=strategies/pause',
  '/versions/affirm?entry=strategies/pause',
  '/editions',
  '/threads/new?entry=strategies/pause&place=section/falsification&kind=falsification',
  '/threads/new?entry=strategies/pause&kind=wording',
  '/record?type=version.published',
]
/** Below a draft. */
const suggesting = ['suggestions', 'suggestions/new', 'suggestions/new?place=section/falsification']

const isThread = /^\/threads\/[a-z2-7]{20}$/

/** Nothing is told of what passes: on a large page that takes longer than the looking. */
const violationsOnly = { resultTypes: ['violations' as const] }

/**
 * Looks at the page itself: it has no frames, for which another page would be opened. The first lines of a list or a
 * table stand for all, which are made alike; in the matrix three of each lever.
 */
function look(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('#matrix tbody tr:nth-child(n + 4)')
    .exclude('main li:nth-child(n + 13), main tbody tr:nth-child(n + 13)')
}

/**
 * Faults of a page in the light theme, and of its colours in the dark one: nothing else differs between them. Without
 * reduced motion a colour would be measured on its way from one theme to the other.
 */
async function faults(page: Page, address: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  const light = await look(page).options(violationsOnly).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await look(page)
    .options({ ...violationsOnly, runOnly: ['color-contrast', 'link-in-text-block'] })
    .analyze()
  const named = ({ violations }: typeof light, theme: string) =>
    violations.map(({ id, nodes }) => `${address} (${theme}): ${id} at ${nodes[0]?.target.join(' ')}`)
  return [...named(light, 'light'), ...named(dark, 'dark')]
}

async function linkOn(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list)
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const link = links.find((href) => pattern.test(href))
  if (!link) throw new Error(`${list} links to nothing like ${pattern}`)
  return link
}

// Many pages in one test: three times the usual patience.
test.beforeEach(() => test.slow())

for (const [what, addresses] of groups) {
  test(`${what} are free of axe violations in both themes`, async ({ revisedSite, browser }) => {
    const context = await browser.newContext({ baseURL: revisedSite.url, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const all: string[] = []
    for (const address of addresses) all.push(...(await faults(page, address)))
    expect(all).toEqual([])
    await context.close()
  })
}

/** Signs somebody in and looks at the pages that they are led to. */
function signedInTest(title: string, person: DemoPerson, pages: (page: Page) => Promise<readonly string[]>): void {
  test(`${title} free of axe violations in both themes`, async ({ revisedSite, browser }) => {
    const context = await browser.newContext({ baseURL: revisedSite.url, reducedMotion: 'reduce' })
    const page = await context.newPage()
    failOnConsoleErrors(page)
    await signIn(page, person)
    const all: string[] = []
    for (const address of await pages(page)) all.push(...(await faults(page, address)))
    expect(all).toEqual([])
    await context.close()
  })
}

signedInTest('a moderator’s pages are', 'moderator', async () => signedIn)

signedInTest('a draft’s pages are', 'moderator', async (page) => {
  const draft = await linkOn(page, '/drafts', /^\/drafts\/[a-z2-7]{20}$/)
  const below = [
    'history',
    'history/1.1',
    'compare/1.1...now',
    'authors',
    'coordinates',
    'threads',
    'review',
    'people',
    ...suggesting,
  ]
  const fork = await forkOf(page, draft, 'A shorter bet.')
  await write(page, 'bet', 'Shorter.')
  await expect(bar(page)).toContainText(saved)
  return [
    draft,
    fork,
    `${draft}/against/${fork.slice('/drafts/'.length)}`,
    `/ballots/new?forks=${[draft, fork].map((path) => path.slice('/drafts/'.length)).join(',')}`,
    ...below.map((place) => `${draft}/${place}`),
    await linkOn(page, '/moderation', /^\/moderation\/[a-z2-7]{20}\/publish$/),
  ]
})

signedInTest('the pages of hearings and ballots are', 'moderator', async (page) => {
  const draft = await linkOn(page, '/drafts', /^\/drafts\/[a-z2-7]{20}$/)
  const ballots = [
    await linkOn(page, '/ballots', /^\/ballots\/[a-z2-7]{20}$/),
    `/ballots/new?draft=${draft.slice('/drafts/'.length)}`,
  ]
  const published = await linkOn(page, '/strategies/open-source-maximalism', isThread)
  // The hearing of the demo, with its candidates.
  await page.goto('/drafts')
  const argued = await page.getByRole('link', { name: 'Distributed builders' }).first().getAttribute('href')
  const hearing = await linkOn(page, `${argued}/threads`, isThread)
  const views = ['', '?on=1', '?merge=1', ...['', '?view=map', '?view=table'].map((view) => `/overview${view}`)]
  return [...ballots, published, ...views.map((view) => hearing + view)]
})

signedInTest('an inbox is', 'facilitator', async () =>
  ['', '?tab=watching', '?tab=done&did=done&n=1&at=1'].map((query) => `/inbox${query}`),
)

signedInTest('an administrator’s page is', 'admin', async () => [
  '/admin',
  '/admin/rooms',
  '/admin/jobs',
  '/admin/people',
  '/admin/site',
  '/admin/invitations',
  '/admin/vocabulary',
  '/admin/vocabulary?list=tag&q=nothing-is-called-this',
  '/admin/people?q=nobody-is-called-this',
])

signedInTest('a result between options and the form for a variant are', 'moderator', async (page) => {
  const people = ['Edda Branting']
  const options = ['Ask one inquiry', 'Ask two inquiries']
  await openWith(page, 'entry=strategies/pause', {
    rule: 'Approval',
    people,
    options,
    question: 'Who traces the harm?',
  })
  const result = page.url()
  await closeNow(page)
  const draft = idOf(await beginDraft(page, 'strategies/pause'))
  await write(page, 'bet', ' Once more.')
  await expect(bar(page)).toContainText(saved)
  await openWith(page, `draft=${draft}`, { rule: 'Simple majority', people })
  await closeNow(page)
  await page.goto(`/moderation/${draft}/variant`)
  await expect(page.getByRole('button', { name: 'Keep the variant' })).toBeVisible()
  return [result, `/moderation/${draft}/variant`]
})

test('the pages of a workshop are free of axe violations in both themes, for who leads it and for a guest', async ({
  site,
  browser,
}) => {
  const calm = { baseURL: site.url, reducedMotion: 'reduce' } as const
  const led = await browser.newContext(calm)
  const page = await led.newPage()
  const phone = await browser.newContext({ ...calm, viewport: { width: 390, height: 844 } })
  const guest = await phone.newPage()
  for (const one of [page, guest]) failOnConsoleErrors(one)
  await signIn(page, 'moderator')
  const draft = await beginDraft(page, 'strategies/liability-driven-safety')
  const { path, code } = await planWorkshop(page, draft)
  const [room, desk, wall] = [`/w/${code}`, `${path}/console`, `${path}/projector`]
  const all: string[] = []
  const check = async (on: Page, ...addresses: string[]) => {
    for (const address of addresses) all.push(...(await faults(on, address)))
  }
  await check(page, '/workshops', `/workshops/new?draft=${idOf(draft)}`, path, `${path}/edit`, wall, desk)
  await check(guest, room)
  await page.getByRole('button', { name: 'Start' }).click()
  await nextPhase(page, 'Read')
  await nextPhase(page, 'Silent wordings')
  await joinRoom(guest, code, 'Ada')
  await guest.getByLabel('Your wording').fill('Three insurers leave the market within one year.')
  await guest.getByRole('button', { name: 'Send wording' }).click()
  await expect(guest.getByRole('region', { name: 'Sent by you' })).toBeVisible()
  await check(guest, room)
  await check(page, wall, `${path}/edit`, desk)
  await nextPhase(page, 'Argue')
  await expect(page.locator('.console-wordings li')).toContainText('by Ada')
  await check(
    guest,
    ...['', '?tab=discuss&since=1', '?tab=text&since=1', '?tab=vote', '?tab=me'].map((tab) => room + tab),
  )
  await check(page, room, desk)
  for (const shows of ['For and against', 'The text']) {
    await page.goto(desk)
    await page.getByRole('button', { name: shows, exact: true }).click()
    await expect(page.getByRole('button', { name: shows, exact: true })).toHaveAttribute('aria-pressed', 'true')
    await check(page, wall)
  }
  await page.goto(desk)
  await nextPhase(page, 'Agree on a wording')
  await page.getByRole('button', { name: /^Show to all ?: candidate 1$/ }).click()
  await expect(page.getByRole('button', { name: /^Stop showing/ })).toBeVisible()
  await check(page, wall, desk)
  await page.getByRole('button', { name: 'End the workshop' }).click()
  await expect(page.getByText('This workshop has ended.').first()).toBeVisible()
  await check(page, path, `${path}/replay`, desk)
  await check(guest, room)
  expect(all).toEqual([])
  await Promise.all([led, phone].map((context) => context.close()))
})
