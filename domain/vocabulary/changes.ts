import { slugOf } from '../drafts/slug.ts'
import type { CountingWord } from '../entries/covered-words.ts'
import type { KeptWord, WordList } from './lists.ts'
import { isAxisList, rowOf, valuesOf, wordsOf } from './lists.ts'

/** Why a change is refused, in words that say what to do. */
export interface WordFault {
  code: 'bad-input' | 'conflict' | 'not-found'
  words: string
  field?: string
}

/** New revisions that a change writes. */
export interface WordChange {
  id: string
  rows: CountingWord[]
}

export type Outcome = WordChange | WordFault

/** What is said of a word; `name` is left out of a tag, whose name is its id. */
export type WordTexts = Readonly<Record<string, string>>

/** Which word is meant, at which revision it was on the screen ([U27]). */
export interface Meant {
  list: WordList
  id: string
  revision: number
}

/** Words one anew ([U20], [U21]). A tag that nobody has described yet gets its first revision. */
export function rewordWord(rows: readonly CountingWord[], meant: Meant, texts: WordTexts): Outcome {
  const { list, id } = meant
  const word = found(rows, meant)
  if ('words' in word) return word
  const taken = nameTaken(rows, list, texts.name, id)
  return taken ?? { id, rows: [withData(rows, list, word, { ...word.data, ...texts })] }
}

/** Adds a word at the end of its list, or brings back a retired one with that id ([U22], [U23]). */
export function addWord(rows: readonly CountingWord[], list: WordList, texts: WordTexts & { name: string }): Outcome {
  if (list === 'axis')
    return { code: 'conflict', words: 'There are five axes; every strategy has a place on each. Reword one.' }
  if (list === 'tag') return { code: 'conflict', words: 'A tag is made in the draft of an entry that carries it.' }
  const taken = nameTaken(rows, list, texts.name, null)
  if (taken) return taken
  const id = slugOf(texts.name, '')
  if (id === '')
    return {
      code: 'bad-input',
      words: 'Use at least one letter from a to z or a digit: the name also makes the address.',
      field: 'name',
    }
  const known = wordsOf(rows, list).find((word) => word.id === id)
  if (known && !known.retired) {
    return {
      code: 'bad-input',
      words: `“${known.name}” has the address that this name would get. Choose another name.`,
      field: 'name',
    }
  }
  const data = { id, ...texts }
  if (!isAxisList(list)) {
    const position = known?.position ?? 1 + Math.max(-1, ...wordsOf(rows, list).map((word) => word.position))
    return { id, rows: [{ kind: list, id, revision: (known?.revision ?? 0) + 1, position, data }] }
  }
  const axis = rowOf(rows, list, id)
  if (!axis) return { code: 'not-found', words: 'There is no such axis.' }
  const others = valuesOf(axis).filter((value) => value.id !== id)
  return { id, rows: [nextRow(axis, { values: [...others, data] })] }
}

/** Takes a word that nothing uses out of what is offered ([U22], [U23]). @param uses entries and drafts that use it. */
export function retireWord(rows: readonly CountingWord[], meant: Meant, uses: number): Outcome {
  const word = found(rows, meant)
  if ('words' in word) return word
  if (meant.list === 'axis')
    return { code: 'conflict', words: 'An axis is not retired: every strategy has a place on it.' }
  if (uses > 0) {
    return {
      code: 'conflict',
      words: `“${word.name}” is used ${uses === 1 ? 'once' : `${uses} times`}. Revise what uses it first; until then it can be worded anew.`,
    }
  }
  return { id: word.id, rows: [withData(rows, meant.list, word, { ...word.data, retired: true })] }
}

/** Exchanges a word with the one before or after it ([U24]). */
export function moveWord(rows: readonly CountingWord[], meant: Meant, by: -1 | 1): Outcome {
  const { list, id } = meant
  const word = found(rows, meant)
  if ('words' in word) return word
  if (list === 'axis' || list === 'tag') return { code: 'conflict', words: 'This list has a fixed order.' }
  const shown = wordsOf(rows, list).filter(({ retired }) => !retired)
  const other = shown[shown.findIndex((one) => one.id === id) + by]
  if (!other) return { code: 'conflict', words: `“${word.name}” stands at that end already.` }
  if (!isAxisList(list)) {
    const moved = [
      { word, position: other.position },
      { word: other, position: word.position },
    ]
    return {
      id,
      rows: moved.map(({ word: { id, data, revision }, position }) => ({
        kind: list,
        id,
        data,
        position,
        revision: revision + 1,
      })),
    }
  }
  const axis = rowOf(rows, list, id)
  if (!axis) return { code: 'not-found', words: 'There is no such axis.' }
  const values = valuesOf(axis).map((value) =>
    value.id === id ? other.data : value.id === other.id ? word.data : value,
  )
  return { id, rows: [nextRow(axis, { values })] }
}

/** Makes a tag another name of a tag ([U25], [U26]). @param into as typed. */
export function mergeTag(rows: readonly CountingWord[], meant: Meant, into: string): Outcome {
  if (meant.list !== 'tag') {
    return {
      code: 'conflict',
      words:
        'Only tags are merged. Relations and hashes rest on this word: revise the entries that use it, then retire it.',
    }
  }
  const word = found(rows, meant)
  if ('words' in word) return word
  const target = slugOf(into, '')
  const fault = (words: string): WordFault => ({ code: 'bad-input', words, field: 'into' })
  if (target === '') return fault('Write the tag that it goes into.')
  if (target === word.id) return fault('A tag cannot go into itself.')
  const further = wordsOf(rows, 'tag').find(({ id }) => id === target)?.data.into
  if (typeof further === 'string') return fault(`“${target}” went into “${further}” itself. Name that one.`)
  return { id: word.id, rows: [withData(rows, 'tag', word, { ...word.data, into: target })] }
}

/** Makes a merged tag a tag of its own again ([U25]). */
export function takeTagApart(rows: readonly CountingWord[], meant: Meant): Outcome {
  const word = found(rows, meant)
  if ('words' in word) return word
  if (meant.list !== 'tag' || typeof word.data.into !== 'string')
    return { code: 'conflict', words: 'This tag is not merged.' }
  const { into: _gone, ...data } = word.data
  return { id: word.id, rows: [withData(rows, 'tag', word, data)] }
}

function found(rows: readonly CountingWord[], { list, id, revision }: Meant): KeptWord | WordFault {
  const word =
    wordsOf(rows, list).find((one) => one.id === id && !one.retired) ?? (list === 'tag' ? newTag(rows, id) : undefined)
  if (!word) return { code: 'not-found', words: 'There is no such word in this list.' }
  if (word.revision === revision) return word
  return {
    code: 'conflict',
    words: `“${word.name}” was changed since you opened it. Look at what it says now, then send this again.`,
  }
}

/** A tag that entries carry and nobody has said anything of. */
function newTag(rows: readonly CountingWord[], id: string): KeptWord {
  const retired = wordsOf(rows, 'tag').find((one) => one.id === id)
  const place = { revision: retired?.revision ?? 0, position: 0, retired: false }
  return { ...place, id, name: id, description: '', data: { id, description: '' } }
}

function nameTaken(
  rows: readonly CountingWord[],
  list: WordList,
  name: string | undefined,
  own: string | null,
): WordFault | null {
  if (name === undefined) return null
  const same = wordsOf(rows, list).find(
    (one) => !one.retired && one.id !== own && one.name.toLowerCase() === name.toLowerCase(),
  )
  return same ? { code: 'bad-input', words: `There is “${same.name}” in this list already.`, field: 'name' } : null
}

/** The row that holds a word, with other data for it. */
function withData(
  rows: readonly CountingWord[],
  list: WordList,
  word: KeptWord,
  data: Record<string, unknown>,
): CountingWord {
  const axis = isAxisList(list) ? rowOf(rows, list, word.id) : undefined
  if (axis) return nextRow(axis, { values: valuesOf(axis).map((value) => (value.id === word.id ? data : value)) })
  const { id, revision, position } = word
  return { kind: list, id, revision: revision + 1, position, data }
}

function nextRow(row: CountingWord, change: Record<string, unknown>): CountingWord {
  return { ...row, revision: row.revision + 1, data: { ...row.data, ...change } }
}
