import { closingChoices, lastCallChoices, openingChoices, readMoment } from '#app/features/ballots/read-moment.ts'
import { optionsRules } from '#domain/ballots/rules/registry.ts'
import { readPlace } from '#domain/entries/place.ts'
import type { AskBallot } from '#server/usecases/ballots/ask-ballot.ts'
import type { OpenBallot } from '#server/usecases/ballots/open-ballot.ts'
import type { OpenForkBallot } from '#server/usecases/ballots/open-fork-ballot.ts'

/**
 * The opening that a form asks for. What is missing or no number comes out as such, for the use case to refuse with
 * the field's name.
 *
 * @param now milliseconds since 1970, UTC.
 */
export function readOpening(form: FormData, now: number): OpenBallot {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const rule = text('rule')
  const share = text(`p-${rule}`)
  const later = !['', 'now'].includes(text('opens'))
  const opensAt = later ? readMoment(text, 'opens', openingChoices, now) : now
  const lastCall = lastCallChoices.find(({ id }) => id === text('lastCall'))?.span ?? 0
  return {
    draftId: text('draft'),
    question: text('question'),
    rule,
    parameters: share === '' ? {} : { p: readShare(share) },
    quorum: text('quorumKind') === 'share' ? { share: readShare(text('quorumShare')) } : number(text('quorumNumber')),
    ...(later ? { opensAt, zone: text('opensZone') || undefined } : {}),
    closesAt: readMoment(text, 'closes', closingChoices, opensAt),
    lastCall: lastCall === 0 ? null : lastCall,
    lastCallRestarts: text('lastCallRestarts') === 'yes',
    closer: text('closer') === 'uninvolved' ? 'uninvolved' : 'anyone',
    preset: text('preset') || undefined,
    secondModerator: text('secondModerator') === 'yes',
    electorate: text('electorate') === 'members' ? 'members' : listed(form, text('emails')),
    names: text('names'),
    results: text('results'),
    ...(isOptionsRule(rule) && { options: lines(text('options')) }),
  }
}

/** What an opening of a ballot about a published entry asks for; `entry` as in `strategies/pause`. */
export function readAsking(form: FormData, now: number): AskBallot {
  const { draftId: _, ...opening } = readOpening(form, now)
  const place = form.get('entry')
  const entry = readPlace(typeof place === 'string' ? place : '')
  return { ...opening, entry: entry ?? { kind: 'strategy', slug: '' } }
}

/** A ballot between forks: the drafts by id, and the words of each option. */
export function readForks(form: FormData, now: number): OpenForkBallot {
  const { draftId: _, rule: __, options: ___, ...opening } = readOpening(form, now)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const ids = text('forks').split(',').filter(Boolean)
  return { ...opening, parameters: {}, forks: ids.map((draftId) => ({ draftId, label: text(`label-${draftId}`) })) }
}

function isOptionsRule(id: string): boolean {
  return optionsRules.some((rule) => rule.id === id)
}

/** One option a line; empty lines are none. */
function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** The fields as they were typed, to be put back; repeated ones in one value. */
export function typedOpening(form: FormData): Record<string, string> {
  const single = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { ...Object.fromEntries(single), electors: form.getAll('elector').join(' ') }
}

function listed(form: FormData, emails: string): string[] {
  const ticked = form.getAll('elector').filter((id): id is string => typeof id === 'string')
  return [...ticked, ...emails.split(/[\s,;]+/).filter(Boolean)]
}

function number(text: string): number {
  return text === '' ? Number.NaN : Number(text)
}

/** A share typed in percent, with or without its sign, as a number from 0 to 1. */
export function readShare(text: string): number {
  const value = number(text.replace(',', '.').replace(/\s*%$/, ''))
  return Math.round(value * 100) / 10_000
}
