import { insertRevisions, listVocabulary } from '../../../db/queries/vocabulary.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { CountingWord } from '../../../domain/entries/covered-words.ts'
import { vocabularyHash } from '../../../domain/entries/covered-words.ts'
import type { Meant, Outcome } from '../../../domain/vocabulary/changes.ts'
import type { WordList } from '../../../domain/vocabulary/lists.ts'
import { wordLists } from '../../../domain/vocabulary/lists.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'

export type WordAct = 'added' | 'reworded' | 'moved' | 'retired' | 'merged' | 'apart'

/** Which word a form is about, as it was on the screen. */
export interface NamedWord {
  list: string
  id: string
  revision: number
}

/**
 * Writes a change of the vocabulary with its event, which carries the hash of all words that count then.
 *
 * @param decide from the rows as they are now.
 * @throws AppError `bad-input` naming the field, `conflict`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function changeVocabulary(
  deps: Deps,
  viewer: Viewer | null,
  { list, act }: { list: WordList; act: WordAct },
  decide: (rows: readonly CountingWord[]) => Outcome,
): Promise<{ id: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  return deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'vocabulary.change', null)) throw new AppError('not-allowed', 'Only an admin changes the vocabulary.')
    const change = decide(await listVocabulary(q))
    if ('words' in change) throw new AppError(change.code, change.words, change.field)
    await insertRevisions(q, change.rows)
    await recordEvent(deps, q, {
      type: 'vocabulary.changed',
      subject: 'vocabulary',
      payload: {
        ...{ list, act, id: change.id, by: by.actorId },
        words: change.rows.map(({ kind, id }) => `${kind}/${id}`),
        hash: vocabularyHash(await listVocabulary(q)),
      },
      leaf: { rows: change.rows },
    })
    return { id: change.id }
  })
}

/** @throws AppError `not-found` for a list that there is not. */
export function checkedList(list: string): WordList {
  const known = wordLists.find((one) => one === list)
  if (!known) throw new AppError('not-found', 'The vocabulary has no such list.')
  return known
}

export function meant({ list, id, revision }: NamedWord): Meant {
  return { list: checkedList(list), id, revision }
}
