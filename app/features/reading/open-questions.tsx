import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { Panel } from './panel.tsx'

/** What the entry names as open; each question leads into its thread, or begins it with one click. */
export function OpenQuestions({ frame }: { frame: EntryFrame }) {
  const { questions, place } = frame
  if (questions.length === 0) return null
  return (
    <Panel
      id="questions"
      title="Open questions"
      count={questions.length}
      why="What this entry leaves open. Each can be argued in a thread of its own."
    >
      <ol className="open-questions">
        {questions.map((question) => (
          <li key={question.words}>
            <p>{question.words}</p>
            {question.thread ? <Argued thread={question.thread} /> : <Begin question={question} entry={place} />}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

type Question = EntryFrame['questions'][number]

function Argued({ thread }: { thread: NonNullable<Question['thread']> }) {
  const { id, title, state, contributions } = thread
  return (
    <p className="question-act">
      <a href={`/threads/${id}`}>
        {state === 'open' ? 'Being argued' : 'Was argued'}
        <span className="visually-hidden">: {title}</span>
      </a>{' '}
      <span className="muted">
        {contributions} {contributions === 1 ? 'contribution' : 'contributions'}
      </span>
    </p>
  )
}

function Begin({ question, entry }: { question: Question; entry: string }) {
  const about = { place: question.place, kind: 'general', title: question.words }
  return (
    // The address holds the same, for whoever has to sign in first.
    <form method="post" action={newThreadHref({ entry }, about)} className="question-act no-print">
      {Object.entries({ entry, ...about, once: '1' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button button-small">
        Argue this
        <span className="visually-hidden">: {question.words}</span>
      </button>
    </form>
  )
}
