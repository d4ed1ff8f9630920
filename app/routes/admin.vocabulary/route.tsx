import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AddWord } from '#app/features/admin/add-word.tsx'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { WordRow } from '#app/features/admin/word-row.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { runIntent } from './run-intent.ts'

export const meta: MetaFunction = () => [{ title: 'Vocabulary · Admin · Folkmoot' }]

export async function loader({ context: { services, viewer }, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, services.adminVocabulary(viewer, new URL(request.url).search)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { searchParams } = new URL(request.url)
  return attempted(runIntent(context, typed), typed, ({ id, done }) => {
    const kept = [...searchParams].filter(([name]) => name === 'q' || name === 'page')
    const query = new URLSearchParams([['list', typed.list ?? ''], ...kept, ['done', done]])
    return redirect(`/admin/vocabulary?${query}#${id}`, { status: 303 })
  })
}

const doneWords: Record<string, string | undefined> = {
  reworded: 'The word says that now, on every page.',
  added: 'The word is added. Drafts offer it from now on.',
  retired: 'The word is retired. Adding one with its name brings it back.',
  moved: 'The order is changed.',
  merged: 'The tags are one now. What versions say stays as it is.',
  apart: 'The tag stands for itself again.',
}

export default function AdminVocabularyRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { list, lists, name, rows, retired, all, total } = page
  const typed = answer?.typed
  const isAdding = typed?.intent === 'add'
  const isShown = isAdding || rows.some(({ id }) => id === typed?.id)
  const done = answer ? undefined : doneWords[page.done ?? '']
  return (
    <div className="page admin-narrow">
      <AdminHead here="/admin/vocabulary" title="Vocabulary">
        The words in which entries are written. A word can be worded anew at any time; its address stays, because
        relations and hashes rest on it.
      </AdminHead>
      <nav className="admin-lists" aria-label="Lists of words">
        {lists.map((one) => (
          <a key={one.id} href={`/admin/vocabulary?list=${one.id}`} aria-current={one.id === list ? 'page' : undefined}>
            {one.name}
          </a>
        ))}
      </nav>
      {done ? (
        <p className="notice notice-ok" role="status">
          {done}
        </p>
      ) : null}
      {answer && !isShown ? <FormRefusal refusal={answer.refusal} /> : null}
      <h2>
        {name}
        <span className="count">{all}</span>
      </h2>
      {list === 'tag' ? (
        <form method="get" action="/admin/vocabulary" className="filter-row" aria-label="Search tags">
          <input type="hidden" name="list" value="tag" />
          <div className="field">
            <label htmlFor="words-q">Tag or description contains</label>
            <input type="search" id="words-q" name="q" defaultValue={page.q} maxLength={100} />
          </div>
          <button type="submit" className="button button-primary">
            Show tags
          </button>
        </form>
      ) : null}
      <DroppedFilters dropped={page.dropped} />
      {total === 0 ? <p className="muted">{page.q ? 'No tag is like that.' : 'There is none yet.'}</p> : null}
      {rows.map((word) => (
        <WordRow
          key={word.id}
          list={list}
          word={word}
          answer={!isAdding && answer && typed?.id === word.id ? answer : undefined}
        />
      ))}
      <Pager page={page} what="words" />
      {retired.length > 0 ? (
        <p className="ui muted">
          Retired: {retired.map((one) => one.name).join(', ')}. Add one with the same name to bring it back.
        </p>
      ) : null}
      {list === 'axis' || list === 'tag' ? null : <AddWord list={list} answer={isAdding ? answer : undefined} />}
    </div>
  )
}
