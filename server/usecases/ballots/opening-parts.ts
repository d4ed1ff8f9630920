import type { BallotRow } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Quorum } from '../../../domain/ballots/ballot.ts'
import { openingFault } from '../../../domain/ballots/opening.ts'
import { makeOptions } from '../../../domain/ballots/options.ts'
import { findRule, withUsual } from '../../../domain/ballots/rules/registry.ts'
import { termsHash } from '../../../domain/ballots/terms.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { rememberedPreset } from './remembered-preset.ts'

export interface OpeningInput {
  rule: string
  parameters?: Record<string, number> | undefined
  quorum: Quorum
  /** Milliseconds since 1970, UTC. */
  closesAt: number
  /** A later moment at which it opens by itself; at once where absent. */
  opensAt?: number | undefined
  /** Length of the last call before closing, in milliseconds; none where absent or null. */
  lastCall?: number | null | undefined
  /** Whether a new objection in the last call begins it anew. */
  lastCallRestarts?: boolean | undefined
  /** Who says what follows, and publishes: `anyone` (any moderator) unless said otherwise. */
  closer?: string | undefined
  secondModerator?: boolean | undefined
  /** Id of the way of deciding it began with, whose name the ballot remembers. */
  preset?: string | undefined
  /** Labels of what is chosen between, without the status quo; absent where one text or question is decided. */
  options?: readonly string[] | undefined
}

/** What was chosen for a ballot, checked (ballots SPEC [B15]). @throws AppError `bad-input`. */
export function checkedOpening(deps: Deps, input: OpeningInput, electorate: number) {
  const { rule, quorum, opensAt, closesAt, parameters = {}, options = null, lastCall = null } = input
  const chosen = { rule, parameters, quorum, opensAt, closesAt, lastCall, electorate, options }
  const fault = openingFault(chosen, deps.now())
  if (fault) throw new AppError('bad-input', fault.words, fault.field)
  const offered = findRule(rule)
  if (!offered) throw new AppError('bad-input', 'Choose one of the rules.', 'rule')
  return {
    rule: offered,
    parameters: withUsual(offered, parameters),
    quorum,
    closesAt,
    options: options && makeOptions(options),
    opensAt: opensAt ?? null,
    lastCall,
    lastCallRestarts: lastCall !== null && (input.lastCallRestarts ?? false),
    closer: oneOf(input.closer ?? 'anyone', ['anyone', 'uninvolved'], 'closer'),
    secondModerator: input.secondModerator ?? false,
    presetId: input.preset,
  }
}

/** Whether names and results show, checked; results are hidden unless said otherwise. @throws AppError `bad-input`. */
export function checkedShowing({ names, results = 'hidden' }: { names: string; results?: string | undefined }) {
  return {
    names: oneOf(names, ['shown', 'hidden'], 'names'),
    results: oneOf(results, ['hidden', 'public'], 'results'),
  }
}

type Asked = Pick<BallotRow, 'entryId' | 'draftId' | 'reportId' | 'question' | 'names' | 'results'>

/** A ballot as it opens now, or is planned to open, by this person. @throws AppError `bad-input` (preset). */
export async function openedBallot(
  deps: Deps,
  q: Q,
  by: Viewer,
  { rule, opensAt, presetId, ...chosen }: ReturnType<typeof checkedOpening>,
  asked: Asked,
): Promise<BallotRow> {
  const ballot = {
    ...chosen,
    ...asked,
    id: deps.newId(),
    rule: rule.id,
    ruleVersion: rule.version,
    state: opensAt === null ? ('open' as const) : ('scheduled' as const),
    opensAt: opensAt ?? deps.now(),
    closedAt: null,
    closeReason: null,
    outcome: null,
    statement: null,
    openedBy: by.actorId,
  }
  return { ...ballot, preset: await rememberedPreset(q, presetId, ballot) }
}

/**
 * Puts everything that must not change afterwards into the chain; the electorate as a hash ([B1], [B21]).
 *
 * @param about what it decides on: a snapshot of a draft, or a report.
 */
export async function recordOpening(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  actorIds: readonly string[],
  about: Record<string, string | null>,
): Promise<void> {
  const { id, rule, ruleVersion, parameters, quorum, names, results, opensAt, closesAt, openedBy, options } = ballot
  await recordEvent(deps, q, {
    type: 'ballot.opened',
    subject: `ballot/${id}`,
    payload: {
      ballotId: id,
      rule,
      ruleVersion,
      parameters,
      quorum,
      names,
      results,
      opensAt,
      closesAt,
      openedBy,
      electorate: { count: actorIds.length, hash: hashJson(actorIds) },
      terms: termsHash(ballot),
      ...(options && { options: options.length }),
      ...about,
    },
    leaf: { question: ballot.question, ...(options && { options }) },
  })
}

/** @throws AppError `bad-input` naming the field. */
export function oneOf<const T extends string>(value: string, known: readonly T[], field: string): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new AppError('bad-input', `Choose one of ${known.join(', ')}.`, field)
  return found
}
