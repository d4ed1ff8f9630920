import type { EntryContent } from '../entries/kinds.ts'
import type { Lever } from '../entries/vocabulary.ts'
import type { StrategyFacts } from './mechanisms.ts'
import type { DirectedDeclaration } from './relate-pairs.ts'

/** Reads from a strategy's content what the relation rules look at. */
export function strategyFacts(slug: string, content: EntryContent, levers: readonly Lever[]): StrategyFacts {
  const text = (id: string): string | undefined => {
    const value = content.fields[id]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const lever = text('lever')
  return {
    slug,
    lever,
    side: levers.find((one) => one.id === lever)?.side,
    pull: text('pull'),
    timeHorizon: text('time-horizon'),
    legitimacySource: text('legitimacy-source'),
    rejectsFrame: content.fields['rejects-frame'] === true,
    foreclosing: content.fields.foreclosing === true,
  }
}

/** A strategy's declarations, each with its author. */
export function declarationsOf(slug: string, content: EntryContent): DirectedDeclaration[] {
  return content.declarations.map((declaration) => ({ ...declaration, from: slug }))
}
