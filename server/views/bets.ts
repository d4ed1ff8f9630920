import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { plainText } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import type { Argued } from './argued-on.ts'
import { arguedOn } from './argued-on.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { peopleOn } from './people-on.ts'
import { pullWords } from './pull-words.ts'

/** A strategy in four answers: what it bets, what would prove it wrong, who holds it, what is argued about it now. */
export interface Bet {
  slug: string
  title: string
  lever: { id: string; name: string; pull: string } | null
  bet: string
  /** The falsification signal; empty where none is written. */
  signal: string
  /** Why there is no signal, in its authors' words; empty where nobody says. */
  noSignalReason: string
  people: { total: number; shown: { slug: string; name: string; stance: string | null }[] }
  argued: readonly Argued[]
}

/** So many people are named; the total says how many there are. */
const mostPeople = 3

/** Strategies as bets, in the order given. */
export async function betsOf(
  deps: Deps,
  viewer: Viewer | null,
  index: AtlasIndex,
  strategies: readonly IndexedEntry[],
): Promise<Bet[]> {
  const argued = await arguedOn(
    deps,
    viewer,
    strategies.map(({ entryId }) => entryId),
  )
  return strategies.map((entry) => ({ ...betText(index, entry), argued: argued(entry.entryId) }))
}

function betText(index: AtlasIndex, { slug, title, content }: IndexedEntry): Omit<Bet, 'argued'> {
  const { levers, stances } = index.vocabulary
  const lever = levers.find(({ id }) => id === textField(content, 'lever'))
  const { people, total } = peopleOn(index, slug)
  return {
    slug,
    title,
    lever: lever ? { id: lever.id, name: lever.name, pull: pullWords(lever, textField(content, 'pull')) } : null,
    bet: plainText(content.sections.bet ?? []),
    signal: plainText(content.sections.falsification ?? []),
    noSignalReason: textField(content, 'no-falsification-reason'),
    people: {
      total,
      shown: people.slice(0, mostPeople).map(({ person, stance }) => ({
        slug: person.slug,
        name: person.title,
        stance: stance === 'endorses' ? null : (stances.find(({ id }) => id === stance)?.name ?? stance),
      })),
    },
  }
}
