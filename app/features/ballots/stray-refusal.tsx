import { FormRefusal } from '#app/components/field.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import type { BallotAmendments } from '#server/views/ballot-amendments.ts'

interface StrayRefusalProps {
  answer: BallotAnswer | undefined
  amended: BallotAmendments | null
}

/** Why a press was refused whose form has gone from the page meanwhile, so that it is not lost with its form. */
export function StrayRefusal({ answer, amended }: StrayRefusalProps) {
  if (!answer || !('refusal' in answer)) return null
  const { refusal, typed } = answer
  const hasForm: Record<string, boolean | undefined> = {
    reaffirm: amended?.sinceMine != null,
    amend: amended?.amending != null,
    challenge: amended?.amendments.some(({ n, mayChallenge }) => mayChallenge && String(n) === typed.n),
  }
  const intent = typed.intent ?? ''
  return intent in hasForm && !hasForm[intent] ? <FormRefusal refusal={refusal} /> : null
}
