import { Field, FormRefusal } from '#app/components/field.tsx'
import { WordFields } from '#app/features/admin/word-fields.tsx'
import { WordUses } from '#app/features/admin/word-uses.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { AdminVocabulary } from '#server/views/admin-vocabulary.ts'

type Word = AdminVocabulary['rows'][number]

interface WordRowProps {
  list: string
  word: Word
  /** Where a form about this word was refused. */
  answer: { refusal: Refusal; typed: Record<string, string> } | undefined
}

/** One word: what uses it, and behind it the forms that change it. */
export function WordRow({ list, word, answer }: WordRowProps) {
  const refusal = answer?.refusal
  const typed = answer?.typed
  const { positivePull, negativePull } = word
  const used = word.uses.entries.total + word.uses.drafts.total
  const kept = { name: word.name, description: word.description, positivePull, negativePull }
  const isReword = typed?.intent === 'reword'
  return (
    <details className="admin-row" id={word.id} open={answer !== undefined}>
      <summary>
        <span className="admin-row-name">{word.name}</span>
        {word.into ? <span className="state state-info">In {word.into}</span> : null}
        <span className="admin-row-more">{usesShort(list, word)}</span>
      </summary>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {refusal?.code === 'conflict' && isReword ? (
        <p className="card">
          Now it says: “{word.name}”. {word.description}
        </p>
      ) : null}
      {list === 'axis' ? null : <WordUses uses={word.uses} />}
      {word.into ? null : (
        <form method="post">
          <Named list={list} word={word} />
          <WordFields list={list} typed={isReword && typed ? typed : kept} refusal={isReword ? refusal : undefined} />
          <button type="submit" className="button" name="intent" value="reword">
            {list === 'tag' ? 'Describe it so' : 'Word it so'}
          </button>
        </form>
      )}
      {list === 'axis' ? null : <OtherForms list={list} word={word} used={used} answer={answer} />}
    </details>
  )
}

function OtherForms({ list, word, used, answer }: WordRowProps & { used: number }) {
  if (list === 'tag') return <TagForms word={word} used={used} answer={answer} />
  return (
    <>
      <form method="post" className="actions">
        <Named list={list} word={word} />
        <button type="submit" className="button button-small" name="intent" value="up" disabled={word.place.first}>
          Move up
        </button>
        <button type="submit" className="button button-small" name="intent" value="down" disabled={word.place.last}>
          Move down
        </button>
        {used === 0 ? (
          <button type="submit" className="button button-small button-danger" name="intent" value="retire">
            Retire it
          </button>
        ) : null}
      </form>
      {used > 0 ? (
        <p className="muted">
          It is used, so it is neither merged nor retired: relations and hashes rest on it. To give it up, revise the
          entries above; then it can be retired.
        </p>
      ) : null}
    </>
  )
}

function TagForms({ word, used, answer }: Omit<WordRowProps, 'list'> & { used: number }) {
  if (word.into) {
    return (
      <form method="post" className="actions">
        <Named list="tag" word={word} />
        <span>
          Another name of <a href={`/tags/${word.into}`}>{word.into}</a>.
        </span>
        <button type="submit" className="button button-small" name="intent" value="take-apart">
          Take it apart again
        </button>
      </form>
    )
  }
  return (
    <form method="post" className="admin-merge">
      <Named list="tag" word={word} />
      <Field
        name="into"
        label="Merge it into"
        hint="A tag, or a new word for it. Everything that carries this tag shows that one; versions and their hashes stay."
        refusal={answer?.refusal}
      >
        {(control) => <input {...control} type="text" maxLength={80} defaultValue={answer?.typed.into ?? ''} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button" name="intent" value="merge-tag">
          Merge
        </button>
        {used === 0 ? (
          <button type="submit" className="button button-danger" name="intent" value="retire">
            Retire it
          </button>
        ) : null}
      </div>
    </form>
  )
}

/** Which word, as it was on the screen. */
function Named({ list, word }: { list: string; word: Word }) {
  return (
    <>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="id" value={word.id} />
      <input type="hidden" name="revision" value={word.revision} />
    </>
  )
}

function usesShort(list: string, { uses, into }: Word): string {
  if (list === 'axis' || into) return ''
  const { entries, drafts } = uses
  const parts = [
    `${entries.total} ${entries.total === 1 ? 'entry' : 'entries'}`,
    ...(drafts.total > 0 ? [`${drafts.total} ${drafts.total === 1 ? 'draft' : 'drafts'}`] : []),
  ]
  return parts.join(', ')
}
