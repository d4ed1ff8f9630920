import type { findContributions, listContributionOutline, listRevisions } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Placed } from '../../domain/threads/order.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { noCounts, showsCounts, takesReactions } from '../../domain/threads/reactions.ts'
import { mayRestateOne } from '../../domain/threads/restatements.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'
import type { Evidence } from './evidence-of.ts'
import type { HiddenWords } from './hidden-words.ts'
import type { MindsView } from './minds-of.ts'
import type { RestatementView } from './restatements-of.ts'

/** How much of a long contribution a list shows. */
const excerptLength = 2_000

export interface ContributionView extends Evidence {
  id: string
  replyTo: string | null
  /** Number of the candidate it is about; 0 for what stands there already. */
  candidate: number | null
  type: ContributionType
  depth: number
  answers: number
  author: string
  mine: boolean
  createdAt: number
  editedAt: number | null
  revision: number
  deleted: boolean
  /** Its words are hidden, or wait for a moderator; null for shown ones. */
  hidden: HiddenWords | null
  text: string
  /** Only the beginning of the text is here. */
  cut: boolean
  quote: { id: string; author: string; text: string } | null
  revisions: { revision: number; text: string; at: number }[] | null
  /** The viewer's own reaction. */
  reaction: Stance | null
  /** How others reacted; null while the viewer has not ([T16]). */
  reactions: StanceCounts | null
  mayReact: boolean
  /** Whose mind it changed; null where nobody says so. */
  minds: MindsView | null
  mayChangeMind: boolean
  /** What it restates; null for other types. */
  restatement: RestatementView | null
  mayRestate: boolean
  mayEdit: boolean
  mayFlag: boolean
  mayDelete: boolean
}

/** What has been read of a thread, from which the view of each contribution on the page is made. */
interface ThreadGround {
  viewer: Viewer | null
  loaded: LoadedThread
  /** Words of those on the page and of those that are quoted. */
  words: Awaited<ReturnType<typeof findContributions>>
  counts: ReadonlyMap<string, StanceCounts>
  /** The viewer's own reactions. */
  own: ReadonlyMap<string, Stance>
  minds: ReadonlyMap<string, MindsView>
  restatements: ReadonlyMap<string, RestatementView>
  /** What stands under one of them. */
  evidence: (id: string) => Evidence
  /** By their names, as in `contribution/<id>`. */
  hidden: ReadonlyMap<string, HiddenWords>
  /** Earlier wordings of the contribution `history`. */
  revisions: Awaited<ReturnType<typeof listRevisions>> | null
  /** A contribution that is shown whole. */
  at: string | undefined
  history: string | undefined
}

type OutlineRow = Awaited<ReturnType<typeof listContributionOutline>>[number]

/** One contribution as this viewer may see it. */
export function contributionView(
  { viewer, loaded, words, counts, own, minds, restatements, evidence, hidden, revisions, at, history }: ThreadGround,
  { item, depth, quotes, answers }: Placed<OutlineRow>,
): ContributionView {
  const { thread, thing } = loaded
  const said = words.get(item.id)
  const reaction = own.get(item.id) ?? null
  const isAuthor = item.authorId === viewer?.actorId
  const above = quotes === null ? undefined : words.get(quotes)
  const deleted = item.deletedAt !== null
  const text = said?.text ?? ''
  const kept = hidden.get(`contribution/${item.id}`) ?? null
  const cut = text.length > excerptLength && item.id !== at
  const access = { ...thing, authorId: item.authorId, deletedContribution: deleted }
  const mayRespond = !deleted && kept === null && !isAuthor && can(viewer, 'contribution.react', thing)
  return {
    id: item.id,
    replyTo: item.replyTo,
    candidate: item.candidate,
    type: item.type,
    depth,
    answers,
    author: said?.author ?? '',
    mine: isAuthor,
    createdAt: item.createdAt,
    editedAt: deleted ? null : (said?.editedAt ?? null),
    revision: said?.revision ?? 1,
    deleted,
    hidden: kept,
    text: cut ? beginning(text, excerptLength) : text,
    cut,
    quote: above ? { id: above.id, author: above.author, text: beginning(above.text, 140) } : null,
    revisions: item.id === history ? revisions : null,
    reaction,
    reactions: showsCounts({ resolved: thread.state === 'resolved', own: reaction, isAuthor })
      ? (counts.get(item.id) ?? noCounts)
      : null,
    mayReact: mayRespond && takesReactions(item.type),
    minds: minds.get(item.id) ?? null,
    mayChangeMind: mayRespond,
    restatement: restatements.get(item.id) ?? null,
    mayRestate:
      kept === null &&
      viewer !== null &&
      can(viewer, 'contribution.post', thing) &&
      mayRestateOne(item, viewer.actorId),
    mayEdit: kept === null && can(viewer, 'contribution.edit', access),
    mayFlag: kept === null && !deleted && !isAuthor && can(viewer, 'thing.flag', null),
    mayDelete: can(viewer, 'contribution.delete', access),
    ...evidence(item.id),
  }
}

/** The beginning of a text with its line breaks. @param most characters, the sign that something was cut included. */
export function beginning(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
