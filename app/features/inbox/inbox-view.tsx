import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { HelpLink } from '#app/components/help-link.tsx'
import type { Did } from '#app/features/inbox/address.ts'
import { tabPath } from '#app/features/inbox/address.ts'
import { InboxEmpty } from '#app/features/inbox/inbox-empty.tsx'
import { InboxRow } from '#app/features/inbox/inbox-row.tsx'
import { InboxTabs } from '#app/features/inbox/inbox-tabs.tsx'
import { useInboxKeys } from '#app/features/inbox/use-inbox-keys.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { didWords } from '#domain/notifications/acts.ts'
import type { InboxPage } from '#server/views/inbox-page.ts'

interface Props {
  page: InboxPage
  did: Did | null
  refusal: Refusal | undefined
}

/** What waits for who is signed in, what is new, and what they put away. */
export function InboxView({ page, did, refusal }: Props) {
  const { tab, groups, snoozed, more, seen, suspended } = page
  const list = useInboxKeys(groups)
  return (
    <div className="page page-narrow inbox">
      <div className="head-with-help">
        <h1 tabIndex={-1}>Inbox</h1>
        <HelpLink article="review-in-ten-minutes" about="the inbox" />
      </div>
      <InboxTabs page={page} />
      <p className="ui">
        <a href="/account/notifications">Choose what is told and mailed to you</a>
      </p>
      {did ? <DidNotice did={did} tab={tab} /> : null}
      <FormRefusal refusal={refusal} />
      {suspended ? (
        <p>
          Your account is suspended. Nothing is told to it until that ends. <a href="/cases">What was decided</a>, and
          how to appeal.
        </p>
      ) : null}
      {groups.length === 0 && !suspended ? <InboxEmpty page={page} /> : null}
      {groups.length + snoozed.length > 0 ? (
        <Form method="post" action={tabPath(tab)} preventScrollReset ref={list}>
          <input type="hidden" name="seen" value={seen} />
          {groups.length > 0 ? (
            <>
              {tab === 'done' ? null : <ForChosen />}
              <ul className="list-plain">
                {groups.map((group) => (
                  <InboxRow key={group.thing} group={group} tab={tab} now={seen} />
                ))}
              </ul>
            </>
          ) : null}
          {more > 0 ? <p className="muted">And {more} more. Put some away to see them.</p> : null}
          {snoozed.length > 0 ? (
            <details className="inbox-snoozed">
              <summary>Snoozed: {snoozed.length}</summary>
              <ul className="list-plain">
                {snoozed.map((group) => (
                  <InboxRow key={group.thing} group={group} tab="snoozed" now={seen} />
                ))}
              </ul>
            </details>
          ) : null}
        </Form>
      ) : null}
      {groups.length > 0 && tab !== 'done' ? <KeySheet /> : null}
    </div>
  )
}

/** What was done, and the way back. */
function DidNotice({ did, tab }: { did: Did; tab: InboxPage['tab'] }) {
  return (
    <Form method="post" action={tabPath(tab)} className="notice notice-ok inbox-did">
      <p role="status">{didWords(did.act, did.things)}</p>
      {did.act === 'undo' || did.act === 'back' ? null : (
        <>
          <input type="hidden" name="at" value={did.at} />
          <button type="submit" name="act" value="undo" className="button button-small" data-inbox-undo>
            Undo
          </button>
        </>
      )}
    </Form>
  )
}

/** Acts on everything that is chosen. */
function ForChosen() {
  return (
    <fieldset className="inbox-bulk">
      <legend>With those you choose</legend>
      <button type="submit" name="act" value="done" className="button button-small" data-bulk="done">
        Done
      </button>
      <button type="submit" name="act" value="tomorrow" className="button button-small" data-bulk="tomorrow">
        Until tomorrow
      </button>
      <button type="submit" name="act" value="next-week" className="button button-small">
        Until next week
      </button>
      <button type="submit" name="act" value="mute" className="button button-small" data-bulk="mute">
        Mute
      </button>
    </fieldset>
  )
}

const keys = [
  ['j', 'next'],
  ['k', 'before'],
  ['Enter', 'open'],
  ['x', 'choose'],
  ['e', 'done'],
  ['s', 'snooze until tomorrow'],
  ['m', 'mute'],
  ['u', 'undo'],
] as const

function KeySheet() {
  return (
    <p className="inbox-keys no-touch">
      Keys, with a row in focus:{' '}
      {keys.map(([key, words], i) => (
        <span key={key}>
          {i > 0 ? ', ' : ''}
          <kbd>{key}</kbd> {words}
        </span>
      ))}
      . <kbd>j</kbd> also goes to the first row.
    </p>
  )
}
