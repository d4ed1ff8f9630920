import { useId } from 'react'
import { Time } from '#app/components/time.tsx'
import type { InboxAct } from '#domain/notifications/acts.ts'
import { volumeWords } from '#domain/notifications/kinds.ts'
import { snoozes, snoozeWords } from '#domain/notifications/snooze.ts'
import type { InboxGroup, InboxItem, InboxTab } from '#server/views/inbox-page.ts'

/** Items of a row that stand open; the rest unfolds. */
const open = 3

interface Props {
  group: InboxGroup
  tab: InboxTab | 'snoozed'
  /** When the page was made. */
  now: number
}

/** One thing with what came about it, and what one may do with it. */
export function InboxRow({ group, tab, now }: Props) {
  const id = useId()
  const { title, noun, href, due, until, items, volume } = group
  return (
    <li>
      <article
        className="inbox-row"
        data-inbox-row=""
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for going through the inbox by keyboard
        tabIndex={0}
      >
        {tab === 'needs' || tab === 'watching' ? (
          <label className="inbox-choose">
            <input type="checkbox" name="thing" value={group.thing} />
            <span className="visually-hidden">Choose {title}</span>
          </label>
        ) : null}
        <div className="inbox-what">
          <p className="inbox-noun">
            <span>{noun}</span>
            {volume === null || volume === 'all' ? null : <span className="state">{volumeWords[volume]}</span>}
            {due === null ? null : (
              <span className="state state-warn">
                {due <= now ? 'due since' : 'by'} <Time at={due} />
              </span>
            )}
            {until === null ? null : (
              <span className="state state-info">
                back <Time at={until} />
              </span>
            )}
          </p>
          <h2 id={id}>
            <a href={href} data-inbox-open>
              {title}
            </a>
          </h2>
          <ul className="list-plain">
            {items.slice(0, open).map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
          {items.length > open ? (
            <details>
              <summary>{items.length - open} more</summary>
              <ul className="list-plain">
                {items.slice(open).map((item) => (
                  <Item key={item.key} item={item} />
                ))}
              </ul>
            </details>
          ) : null}
        </div>
        <Acts group={group} tab={tab} />
      </article>
    </li>
  )
}

const settled = { answered: 'Answered', over: 'Over' } as const

function Item({ item: { why, line, href, at, settlement } }: { item: InboxItem }) {
  return (
    <li className="inbox-item">
      <p className="inbox-why">
        {settlement === 'waits' ? <span className="inbox-waits">Needs you</span> : null}
        {settlement === 'answered' || settlement === 'over' ? (
          <span className="state">{settled[settlement]}</span>
        ) : null}
        {why} · <Time at={at} />
      </p>
      <p className="inbox-line">
        <a href={href}>{line}</a>
      </p>
    </li>
  )
}

function Acts({ group, tab }: Omit<Props, 'now'>) {
  const { thing, title, volume, mayPutBack } = group
  const act = (name: InboxAct, words: string) => (
    <button
      key={name}
      type="submit"
      name="act"
      value={`${name} ${thing}`}
      className="button button-quiet button-small"
      data-act={name}
    >
      {words}
      <span className="visually-hidden">: {title}</span>
    </button>
  )
  const hear = (
    <details>
      <summary>
        Hear less or more<span className="visually-hidden"> of {title}</span>
      </summary>
      {volume === 'all' ? null : act('all', volumeWords.all)}
      {volume === 'decisions' ? null : act('decisions', volumeWords.decisions)}
      {volume === 'mute' ? null : act('mute', 'Mute')}
    </details>
  )
  if (tab === 'snoozed') return <div className="inbox-acts">{act('back', 'Wake')}</div>
  if (tab === 'done') {
    return (
      <div className="inbox-acts">
        {mayPutBack ? act('back', 'Put back') : null}
        {hear}
      </div>
    )
  }
  return (
    <div className="inbox-acts">
      {act('done', 'Done')}
      <details>
        <summary>
          Snooze<span className="visually-hidden"> {title}</span>
        </summary>
        {snoozes.map((one) => act(one, snoozeWords[one]))}
      </details>
      {hear}
    </div>
  )
}
