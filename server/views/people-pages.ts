import type { Viewer } from '../../domain/access/viewer.ts'
import { cellText, rowsField, setField, textField } from '../../domain/entries/field-values.ts'
import type { Tier } from '../../domain/entries/vocabulary.ts'
import { safeUrl } from '../../domain/prose/safe-url.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { pageOf } from './paging.ts'
import { isProfiled } from './person-facts.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { published, readableAtlas } from './readable-atlas.ts'

export interface PersonRow {
  slug: string
  name: string
  role: string
  expertise: string | null
  recognition: string | null
  strategies: number
}

const onPage = 150

/**
 * People with a position, the profiled ones first, a page of them.
 *
 * @param search as in `location.search`: `q` a part of the name, `strategy` only its people, `expertise` and
 * `recognition` only one tier.
 */
export async function peopleList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { expertise, recognition } = index.vocabulary
  const isTier = (tiers: readonly Tier[]) => (value: string) => tiers.some(({ id }) => id === value)
  const { chosen, dropped } = readChoices(search, {
    q: (value) => value.length <= longestName,
    strategy: (value) => index.find('strategy', value) !== undefined,
    expertise: isTier(expertise),
    recognition: isTier(recognition),
    page: isPageNumber,
  })
  const { strategy = '', q = '' } = chosen
  const on = index.find('strategy', strategy)
  const shown = new Set(on && index.positionsOn(strategy).map(({ person }) => person.slug))
  const all = index.byKind('person')
  const people = all
    .filter(({ slug }) => !on || shown.has(slug))
    .filter(({ title }) => title.toLowerCase().includes(q.trim().toLowerCase()))
    .filter(({ content }) => !chosen.expertise || textField(content, 'expertise') === chosen.expertise)
    .filter(({ content }) => !chosen.recognition || textField(content, 'recognition') === chosen.recognition)
  const profiled = people.filter(isProfiled)
  const others = people.filter((person) => !isProfiled(person))
  const { rows, ...page } = pageOf([...profiled, ...others], chosen.page, onPage, (n) =>
    choicesHref('/people', { ...chosen, page: n }),
  )
  return {
    all: all.length,
    ...page,
    on: on ? { slug: on.slug, title: on.title } : null,
    q,
    chosen: { strategy, expertise: chosen.expertise ?? '', recognition: chosen.recognition ?? '' },
    dropped,
    tiers: { expertise: named(expertise), recognition: named(recognition) },
    counts: { profiled: profiled.length, others: others.length },
    profiled: rows.filter(isProfiled).map((person) => personRow(index, person)),
    others: rows.filter((person) => !isProfiled(person)).map((person) => personRow(index, person)),
  }
}

export type PeopleList = Awaited<ReturnType<typeof peopleList>>

const longestName = 100

function named(tiers: readonly Tier[]) {
  return tiers.map(({ id, name }) => ({ id, name }))
}

/**
 * One person: where they stand on what, in our words, with sources.
 *
 * @throws AppError `not-found`.
 */
export async function personPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const person = published(index, 'person', slug)
  return { frame: await entryFrame(deps, viewer, index, person), panels: personPanels(index, person) }
}

/** What is written of a person, among the other entries of this index. */
export function personPanels(index: AtlasIndex, { content }: IndexedEntry) {
  const { expertise, recognition, stances } = index.vocabulary
  const tier = (tiers: readonly Tier[], field: string) =>
    tiers.find(({ id }) => id === textField(content, field)) ?? null
  const body = content.sections.body ?? []
  const positions = rowsField(content, 'positions').map((row) => {
    const strategy = cellText(row, 'strategy')
    return {
      strategy,
      title: strategyTitle(index, strategy),
      href: index.find('strategy', strategy) ? `/strategies/${strategy}` : null,
      stance: stances.find(({ id }) => id === row.stance) ?? null,
      tentative: row.tentative === true,
      summary: cellText(row, 'summary'),
      sources: Array.isArray(row.sources) ? row.sources : [],
    }
  })
  return {
    role: textField(content, 'role'),
    expertise: tier(expertise, 'expertise'),
    recognition: tier(recognition, 'recognition'),
    wikipedia: safeUrl(textField(content, 'wikipedia')),
    categories: setField(content, 'categories'),
    affiliations: rowsField(content, 'affiliations').map((row) => ({
      org: cellText(row, 'org'),
      role: cellText(row, 'role'),
      current: row.current === true,
      end: cellText(row, 'end'),
    })),
    positions,
    heldTogether: conflictsAmong(
      index,
      positions.filter(({ stance }) => stance?.id === 'endorses').map(({ strategy }) => strategy),
    ),
    body,
    links: linksIn(body, index.links),
  }
}

export type PersonPanels = ReturnType<typeof personPanels>

function personRow(index: AtlasIndex, { slug, title, content }: IndexedEntry): PersonRow {
  const { expertise, recognition } = index.vocabulary
  const name = (tiers: readonly Tier[], field: string) =>
    tiers.find(({ id }) => id === textField(content, field))?.name ?? null
  return {
    slug,
    name: title,
    role: excerpt(textField(content, 'role'), 160),
    expertise: name(expertise, 'expertise'),
    recognition: name(recognition, 'recognition'),
    strategies: new Set(rowsField(content, 'positions').map((row) => row.strategy)).size,
  }
}

/** Pairs among these strategies that conflict: a fact about the pair, which says nothing about who holds both. */
function conflictsAmong(index: AtlasIndex, slugs: readonly string[]) {
  return index.pairs
    .filter(({ kind, a, b }) => kind === 'conflict' && slugs.includes(a) && slugs.includes(b))
    .map(({ a, b, mechanism }) => ({
      a: index.find('strategy', a)?.title ?? a,
      b: index.find('strategy', b)?.title ?? b,
      mechanism: index.vocabulary.mechanisms.find(({ id }) => id === mechanism)?.label ?? mechanism,
    }))
}

/** Also of a strategy that was withdrawn: what a person said of it stays said. */
function strategyTitle(index: AtlasIndex, slug: string): string {
  return index.find('strategy', slug)?.title ?? index.withdrawn.get(`strategy/${slug}`)?.title ?? slug
}
