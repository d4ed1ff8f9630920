import type { EntryKind, OptionSource } from '../../domain/entries/kinds.ts'
import type { Option, Options, PullNames } from '../../domain/entries/options.ts'
import { fixedOptions, sourcesOf } from '../../domain/entries/options.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'

/** What the fields of a draft may be set to, from the vocabulary and the published atlas. */
export async function draftOptions(
  deps: Pick<Deps, 'store'>,
  kind: EntryKind,
): Promise<{ options: Options; pulls: PullNames }> {
  const index = await atlasIndex(deps)
  const options: Options = {}
  for (const source of sourcesOf(kind)) options[source] = optionsOf(index, kind, source)
  const pulls = Object.fromEntries(
    index.vocabulary.levers.map((lever) => [lever.id, { '+': lever.positivePull, '-': lever.negativePull }]),
  )
  return { options, pulls: options.levers ? pulls : {} }
}

function optionsOf(index: AtlasIndex, kind: EntryKind, source: OptionSource): Option[] {
  const { vocabulary } = index
  if (source.startsWith('axis:')) {
    const axis = vocabulary.axes.find((one) => `axis:${one.id}` === source)
    return named(axis?.values ?? [])
  }
  switch (source) {
    case 'levers':
      return named(vocabulary.levers)
    case 'expertise':
      return named(vocabulary.expertise)
    case 'recognition':
      return named(vocabulary.recognition)
    case 'stances':
      return named(vocabulary.stances)
    case 'strategies':
      return titled(index.byKind('strategy'))
    case 'scenarios':
      return titled(index.byKind('scenario'))
    case 'tags':
      return (kind === 'person' ? categories(index) : tags(index)).map((id) => ({ id, label: id }))
    default:
      return fixedOptions[source] ?? []
  }
}

function named(words: readonly { id: string; name: string; description: string }[]): Option[] {
  return words.map(({ id, name, description }) => ({ id, label: name, description }))
}

function titled(entries: readonly { slug: string; title: string }[]): Option[] {
  return entries.map(({ slug, title }) => ({ id: slug, label: title }))
}

/** Tags that entries carry, and those that somebody described for entries to come; never one that was merged. */
function tags(index: AtlasIndex): string[] {
  const described = index.vocabulary.tags.filter(({ into }) => into === undefined).map(({ id }) => id)
  return [...new Set([...index.tags().keys(), ...described])].sort()
}

/** What people are sorted by; kept apart from the tags of the other kinds. */
function categories(index: AtlasIndex): string[] {
  const found = index.byKind('person').flatMap(({ content }) => {
    const value = content.fields.categories
    return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
  })
  return [...new Set(found)].sort()
}
