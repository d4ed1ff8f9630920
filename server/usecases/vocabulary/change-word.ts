import type { Viewer } from '../../../domain/access/viewer.ts'
import {
  addWord,
  mergeTag,
  moveWord,
  retireWord,
  rewordWord,
  takeTagApart,
} from '../../../domain/vocabulary/changes.ts'
import type { Deps } from '../../deps.ts'
import { usesOf } from '../../views/word-uses.ts'
import type { NamedWord } from './change-vocabulary.ts'
import { changeVocabulary, checkedList, meant } from './change-vocabulary.ts'
import type { TypedWord } from './word-texts.ts'
import { newSide, wordTexts } from './word-texts.ts'

type Changed = Promise<{ id: string }>

/** Words one anew ([U20], [U21], [U27]). @throws AppError as `changeVocabulary`. */
export async function rewordInVocabulary(deps: Deps, viewer: Viewer | null, input: NamedWord & TypedWord): Changed {
  const word = meant(input)
  const texts = wordTexts(word.list, input)
  return changeVocabulary(deps, viewer, { list: word.list, act: 'reworded' }, (rows) => rewordWord(rows, word, texts))
}

/** Adds a word to a list, or brings a retired one back ([U22]). @throws AppError as `changeVocabulary`. */
export async function addToVocabulary(deps: Deps, viewer: Viewer | null, input: { list: string } & TypedWord): Changed {
  const list = checkedList(input.list)
  const { name = '', ...texts } = wordTexts(list, input)
  const side: Record<string, string> = list === 'lever' ? { side: newSide(input) } : {}
  return changeVocabulary(deps, viewer, { list, act: 'added' }, (rows) =>
    addWord(rows, list, { name, ...texts, ...side }),
  )
}

/** Retires a word that nothing uses ([U22]). @throws AppError as `changeVocabulary`. */
export async function retireFromVocabulary(deps: Deps, viewer: Viewer | null, input: NamedWord): Changed {
  const word = meant(input)
  const { entries, drafts } = await usesOf(deps, word.list, word.id)
  const uses = entries.length + drafts.length
  return changeVocabulary(deps, viewer, { list: word.list, act: 'retired' }, (rows) => retireWord(rows, word, uses))
}

/** Moves a word one place up or down ([U24]). @throws AppError as `changeVocabulary`. */
export async function moveInVocabulary(deps: Deps, viewer: Viewer | null, input: NamedWord & { by: -1 | 1 }): Changed {
  const word = meant(input)
  return changeVocabulary(deps, viewer, { list: word.list, act: 'moved' }, (rows) => moveWord(rows, word, input.by))
}

/** Merges a tag into another ([U25], [U26]). @throws AppError as `changeVocabulary`. */
export async function mergeTagInto(deps: Deps, viewer: Viewer | null, input: NamedWord & { into: string }): Changed {
  const word = meant(input)
  return changeVocabulary(deps, viewer, { list: word.list, act: 'merged' }, (rows) => mergeTag(rows, word, input.into))
}

/** Takes a merged tag apart again ([U25]). @throws AppError as `changeVocabulary`. */
export async function takeMergedTagApart(deps: Deps, viewer: Viewer | null, input: NamedWord): Changed {
  const word = meant(input)
  return changeVocabulary(deps, viewer, { list: word.list, act: 'apart' }, (rows) => takeTagApart(rows, word))
}
