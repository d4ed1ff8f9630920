import { stanceLabels, stances } from '#domain/threads/reactions.ts'
import type { OverviewLine } from '#server/views/overview-ground.ts'

/** What there is to know of a contribution besides its words: a crux, minds it changed, how others reacted. */
export function LineMarks({ line: { crux, minds, sources, reactions } }: { line: OverviewLine }) {
  const facts = [
    sources > 0 ? (sources === 1 ? '1 source' : `${sources} sources`) : '',
    minds > 0 ? (minds === 1 ? 'changed 1 mind' : `changed ${minds} minds`) : '',
    reactionWords(reactions),
  ]
  return (
    <>
      {crux ? <span className="crux-mark">Crux</span> : null}
      {facts.filter(Boolean).map((fact) => ` · ${fact}`)}
    </>
  )
}

/** Reactions in words; empty where there are none, or none to be seen. */
export function reactionWords(reactions: OverviewLine['reactions']): string {
  if (!reactions) return ''
  return stances
    .filter((stance) => reactions[stance] > 0)
    .map((stance) => `${reactions[stance]} ${stanceLabels[stance].toLowerCase()}`)
    .join(', ')
}
