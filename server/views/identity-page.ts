import type { Viewer } from '../../domain/access/viewer.ts'
import { answerLine, isAnswered, parseAnswerLine, readAnswers } from '../../domain/identity/answer-line.ts'
import type { Distance } from '../../domain/identity/distance.ts'
import { distances, fewestCompared, portfolioDistances } from '../../domain/identity/distance.ts'
import { readGroup, smallestGroup } from '../../domain/identity/group.ts'
import { readHeld } from '../../domain/identity/questions.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { byTopic, identityWorld } from './identity-world.ts'
import { readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'

/** So many assumptions are asked about in one topic. */
const mostAsked = 12

const most = { near: 8, portfolios: 6, lines: 200 }

/**
 * The form of the identity diagnostic. Answers never come with an address: only a strategy to ask about may.
 *
 * @param search as in `location.search`: `s` the strategy that somebody holds.
 */
export async function identityPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readChoices(search, { s: (slug) => index.find('strategy', slug) !== undefined })
  const { axes, assumptions } = identityWorld(index)
  return {
    dropped,
    about: chosen.s ? (index.find('strategy', chosen.s)?.title ?? '') : '',
    axes: axes.map(({ id, name, values }) => ({ id, name, values })),
    topics: byTopic(assumptions, mostAsked),
    smallestGroup,
  }
}

export type IdentityPage = Awaited<ReturnType<typeof identityPage>>

/** What one person's answers say. Nothing of them is kept, logged or counted. */
export async function identityAnswer(deps: Deps, viewer: Viewer | null, form: Readonly<Record<string, string>>) {
  const index = await readableAtlas(deps, viewer)
  const { strategies, axes, assumptions, answerable } = identityWorld(index)
  const answers = readAnswers(Object.entries(form), answerable)
  const placed = distances(answers, strategies, axes)
  return {
    answered: isAnswered(answers),
    about: aboutOf(index, form.about ?? ''),
    held: readHeld(answers.held),
    fewestCompared,
    placed: placed.length,
    of: strategies.length,
    near: placed.slice(0, most.near).map(shown),
    far: placed.slice(most.near).slice(-3).map(shown),
    rests: placed.flatMap(({ slug, title, rejected }) =>
      rejected.map((key) => ({ slug, title, claim: assumptions.find((one) => one.key === key)?.claim ?? '' })),
    ),
    portfolios: portfolioDistances(placed, index.vocabulary.portfolios)
      .slice(0, most.portfolios)
      .map((one) => ({ ...one, href: portfolioHref(index, one.id) })),
    line: answerLine(answers),
  }
}

export type IdentityAnswer = Awaited<ReturnType<typeof identityAnswer>>

/** What a group's lines say together, or how many are missing. Nothing of them is kept, logged or counted. */
export async function identityGroup(deps: Deps, viewer: Viewer | null, lines: string) {
  const index = await readableAtlas(deps, viewer)
  const { strategies, axes, assumptions, answerable } = identityWorld(index)
  const all = lines
    .split('\n')
    .slice(0, most.lines)
    .map((line) => parseAnswerLine(line, answerable))
    .filter(isAnswered)
  const group = readGroup(all, strategies, axes)
  return {
    smallestGroup,
    lines: all.length,
    group: group && {
      ...group,
      near: group.near.slice(0, most.near),
      axes: group.axes.map(({ id, counts }) => {
        const axis = axes.find((one) => one.id === id)
        const name = (value: string) => axis?.values.find((one) => one.id === value)?.name ?? value
        return { id, name: axis?.name ?? id, counts: counts.map(({ value, n }) => ({ value, name: name(value), n })) }
      }),
      beliefs: group.beliefs.map(({ key, ...counts }) => {
        const one = assumptions.find((assumption) => assumption.key === key)
        return { key, claim: one?.claim ?? key, strategy: one?.strategy ?? '', ...counts }
      }),
    },
  }
}

export type IdentityGroup = Awaited<ReturnType<typeof identityGroup>>

/** What the person typed as the view they hold, with its signal where it is a strategy of the atlas. */
function aboutOf(index: AtlasIndex, typed: string) {
  const title = typed.replace(/\s+/g, ' ').trim().slice(0, 120)
  const found = index.byKind('strategy').find((entry) => entry.title.toLowerCase() === title.toLowerCase())
  return {
    title,
    strategy: found
      ? { slug: found.slug, signal: excerpt(plainText(found.content.sections.falsification ?? []), 400) }
      : null,
  }
}

function shown({ slug, title, distance, n, rejected }: Distance) {
  return { slug, title, distance, n, rejected: rejected.length }
}

function portfolioHref(index: AtlasIndex, id: string): string {
  const slugs = index.vocabulary.portfolios.find((one) => one.id === id)?.strategies ?? []
  return `/portfolio?s=${slugs.join(',')}`
}
