import type { FrameNotices as Notices } from '#server/views/frame-notices.ts'

/** What stands above every page: a word of whoever runs the site, that nothing can be changed, a stop of the tour. */
export function FrameNotices({
  notices: { announcement, readOnly, tour },
  location,
}: {
  notices: Notices
  location: { pathname: string; search: string }
}) {
  return (
    <>
      {readOnly ? (
        <aside className="frame-notice frame-notice-warn" aria-label="Read only">
          <span>
            The site can be read and not changed at the moment. What you type stays on this device until it can.
          </span>
        </aside>
      ) : null}
      {announcement ? (
        <aside className="frame-notice" aria-label="Announcement">
          <span>{announcement.text}</span>
          {announcement.mayDismiss ? (
            <form method="post" action="/welcome">
              <input type="hidden" name="what" value={announcement.id} />
              <input type="hidden" name="next" value={location.pathname + location.search} />
              <button className="button button-quiet button-small" type="submit">
                Put away
              </button>
            </form>
          ) : null}
        </aside>
      ) : null}
      {tour ? (
        <aside className="frame-notice tour" aria-label="Tour">
          <div>
            <p className="eyebrow">
              Tour, {tour.n} of {tour.of}
            </p>
            <p>
              <strong>{tour.title}.</strong> {tour.words}
            </p>
          </div>
          <p className="tour-ways">
            <a className="button button-primary button-small" href={tour.next.href}>
              {tour.next.words}
            </a>{' '}
            <a href={tour.leave}>Leave the tour</a>
          </p>
        </aside>
      ) : null}
    </>
  )
}
