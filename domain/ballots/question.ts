import type { EntryContent } from '../entries/kinds.ts'
import { kinds } from '../entries/kinds.ts'

/**
 * The question a ballot asks unless somebody words it otherwise.
 *
 * @param next the number that the draft would be published under; 1 for a new entry.
 */
export function ballotQuestion({ kind, title }: Pick<EntryContent, 'kind' | 'title'>, next: number): string {
  return next === 1
    ? `Shall “${title}” be published as a new ${kinds[kind].label.toLowerCase()}?`
    : `Shall this draft become version ${next} of “${title}”?`
}

/** What a rule means where a ballot asks whether a signal landed ([B22]). @param words its share, as in "two thirds". */
export function reportRuleWords(rule: string, words: string | null): string {
  return rule === 'supermajority' && words !== null
    ? `It landed when at least ${words} of those who say that it landed or has not say that it landed.`
    : 'It landed when more people say so than say that it has not. A tie means that it has not.'
}
