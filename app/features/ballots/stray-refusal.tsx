import { FormRefusal } from '#app/components/field.tsx'
import { SentWords } from '#app/features/ballots/sent-words.tsx'
import { isVoteStep } from '#app/features/ballots/vote-panel.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import type { BallotAmendments } from '#server/views/ballot-amendments.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

interface StrayRefusalProps {
  page: BallotPage
  answer: Answer | undefined
  amended: BallotAmendments | null
}

/**
 * Why a press was refused whose form has gone from the page meanwhile, with the words that were sent, so that neither
 * is lost with its form.
 */
export function StrayRefusal({ page, answer, amended }: StrayRefusalProps) {
  if (!answer || isVoteStep(answer.typed.intent)) return null
  const { refusal, typed } = answer
  const forms: Record<string, boolean | undefined> = {
    reaffirm: amended?.sinceMine != null,
    amend: amended?.amending != null,
    challenge: amended?.amendments.some(({ n, mayChallenge }) => mayChallenge && String(n) === typed.n),
    close: page.mayClose,
    extend: page.mayExtend && page.extensionsLeft > 0,
    remind: page.reminding !== null,
    replan: page.plan?.mayChange,
    'cancel-plan': page.plan?.mayChange,
    'state-outcome': page.state === 'closed' && page.outcomeBy.may,
  }
  if (forms[typed.intent ?? '']) return null
  return (
    <>
      <FormRefusal refusal={refusal} />
      <SentWords words={typed.reason || typed.note || typed.statement} />
    </>
  )
}
