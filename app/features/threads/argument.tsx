import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { NewItems } from '#app/features/live/new-items.tsx'
import { useHeldBack } from '#app/features/live/use-held-back.ts'
import { AttachPanel } from '#app/features/sources/attach-panel.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { Composer } from '#app/features/threads/composer.tsx'
import { Contribution, mayAttach } from '#app/features/threads/contribution.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { keptKey, restateKey } from '#app/features/threads/kept-text.ts'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { RestateFields } from '#app/features/threads/restate-form.tsx'
import { contributionTypePlurals } from '#domain/threads/words.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'
import type { ContributionGroup, ThreadPage } from '#server/views/thread-page.ts'

interface ArgumentProps {
  page: ThreadPage
  actorId: string | null
  sent: SentPost | null
  answer: Answer | undefined
}

const orders = [
  { id: 'kind', label: 'By kind' },
  { id: 'newest', label: 'Newest first' },
  { id: 'oldest', label: 'Oldest first' },
]

/** All contributions of a thread, or the part of them that this page shows. */
export function Argument({ page, actorId, sent, answer }: ArgumentProps) {
  const [search] = useSearchParams()
  const { order, only } = page
  const showing: Showing = { id: page.thread.id, order, only, page: page.page }
  const all = page.groups.flatMap(({ shown }) => shown)
  const at = search.get('at')
  const { held, reveal } = useHeldBack(all, `${order}/${only}/${page.page}`, at)
  const waiting = new Set(held)
  const suggestHref = page.may.suggest
    ? `/drafts/${page.subject.draftId}/suggestions/new?place=${encodeURIComponent(page.thread.place)}`
    : null

  function show() {
    reveal()
    // After the page has drawn them.
    setTimeout(() => document.getElementById(`c-${held[0]}`)?.focus(), 0)
  }

  function itemView(item: ContributionView) {
    const attaching = search.get('attach') === item.id && mayAttach(item)
    const asked = (['edit', 'delete', 'mind'] as const).find((act) => search.get(act) === item.id)
    const doing = asked ?? (attaching ? 'attach' : null)
    const answering = actorId !== null && page.may.post && search.get('reply') === item.id
    return (
      <Contribution
        key={item.id}
        item={item}
        showing={showing}
        doing={doing}
        mayAnswer={page.may.post && !answering}
        suggestHref={suggestHref}
        answer={answer}
      >
        {answering ? (
          <Composer
            key={`${item.id}/${sent?.id}`}
            types={page.types}
            replyTo={item.id}
            keep={keptKey(actorId, page.thread.id, item.id)}
            sent={sent}
            answer={answer}
            cancel={threadHref(showing, {}, `#c-${item.id}`)}
          />
        ) : null}
        {actorId !== null && item.mayRestate && search.get('restate') === item.id ? (
          <RestateFields
            key={`${item.id}/${sent?.id}`}
            of={item.id}
            keep={restateKey(actorId, page.thread.id, item.id)}
            sent={sent}
            answer={answer}
            cancel={threadHref(showing, {}, `#c-${item.id}`)}
          />
        ) : null}
        {doing === 'attach' ? (
          <AttachPanel
            item={item}
            threadId={page.thread.id}
            close={threadHref(showing, {}, `#c-${item.id}`)}
            answer={answer}
          />
        ) : null}
      </Contribution>
    )
  }

  return (
    <>
      <nav className="thread-orders" aria-label="Order of contributions">
        {orders.map(({ id, label }) => (
          <Link
            key={id}
            to={threadHref({ id: page.thread.id, order: id, only: null, page: 1 })}
            aria-current={order === id && only === null ? 'true' : undefined}
            preventScrollReset
          >
            {label}
          </Link>
        ))}
        {page.may.post ? <a href="#contribute">Contribute</a> : null}
      </nav>
      <NewItems count={held.length} one="contribution" many="contributions" onShow={show} />
      <div className="contribution-groups">
        {page.groups.map((group) => (
          <Group key={group.type ?? 'all'} group={group} showing={showing} alone={page.groups.length === 1}>
            {group.shown.filter(({ id }) => !waiting.has(id)).map(itemView)}
          </Group>
        ))}
      </div>
      <Pages showing={showing} pages={page.pages} />
    </>
  )
}

function Group({
  group,
  showing,
  alone,
  children,
}: {
  group: ContributionGroup
  showing: Showing
  alone: boolean
  children: ReactNode
}) {
  const { type, total } = group
  const side = !alone && (type === 'for' || type === 'against') ? ` group-${type}` : ''
  const title = type === null ? 'All contributions' : contributionTypePlurals[type]
  return (
    <section className={`contribution-group${side}`} aria-labelledby={`group-${type ?? 'all'}`}>
      <h2 id={`group-${type ?? 'all'}`}>
        {title}
        <span className="count">{total}</span>
      </h2>
      <ol className="contribution-list">{children}</ol>
      {group.more ? (
        <p className="ui">
          <a href={threadHref({ ...showing, only: type, page: 1 })}>
            Show all {total} {title.toLowerCase()} with their answers
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Pages({ showing, pages }: { showing: Showing; pages: number }) {
  if (pages === 1) return null
  const { page } = showing
  return (
    <nav className="thread-orders" aria-label="Pages">
      {page > 1 ? <a href={threadHref({ ...showing, page: page - 1 })}>Previous</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={threadHref({ ...showing, page: page + 1 })}>Next</a> : null}
    </nav>
  )
}
