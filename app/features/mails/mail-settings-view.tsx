import { Field, FormRefusal } from '#app/components/field.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { ChannelTable } from '#app/features/mails/channel-table.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { MailSettings } from '#server/views/mail-settings.ts'

interface Props {
  page: MailSettings
  saved: boolean
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** How far each kind of news reaches its reader, and when a digest comes. */
export function MailSettingsView({ page, saved, typed, refusal }: Props) {
  const { clock, email, next } = page
  return (
    <div className="page page-narrow mails">
      <p className="eyebrow">Your account</p>
      <h1>Notifications</h1>
      <AccountNav here="/account/notifications" />
      {saved ? (
        <p className="notice notice-ok" role="status">
          Kept. The next digest comes on <ZonedTime at={next} zone={clock.zone} /> if there is news by then.
        </p>
      ) : null}
      <FormRefusal refusal={refusal} />
      <form method="post">
        <h2 id="channels">What reaches you, and how</h2>
        <p>Mails go to {email}. Everything but what is off is in your inbox as well.</p>
        <ChannelTable groups={page.groups} typed={typed} />
        <h2 id="digest">The digest</h2>
        <p>One mail with everything new, by thing, with the words themselves. None when there is nothing new.</p>
        <div className="mails-digest">
          <Field name="rhythm" label="How often" refusal={refusal}>
            {(control) => (
              <select {...control} defaultValue={typed.rhythm ?? page.rhythm}>
                <option value="daily">Every day</option>
                <option value="weekly">Once a week</option>
              </select>
            )}
          </Field>
          <Field name="hour" label="At" refusal={refusal}>
            {(control) => (
              <select {...control} defaultValue={typed.hour ?? String(page.hour)}>
                {hours.map((words, hour) => (
                  <option key={words} value={hour}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="day" label="Weekly on" refusal={refusal}>
            {(control) => (
              <select {...control} defaultValue={typed.day ?? String(page.day)}>
                {days.map((words, i) => (
                  <option key={words} value={i + 1}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <p>
          {clockWords(page)} <a href="/account/reading">Choose your time zone</a>
        </p>
        <p>
          <button className="button button-primary" type="submit">
            Keep these settings
          </button>
        </p>
      </form>
    </div>
  )
}

/** Whose clock the hour is of ([I22]). */
function clockWords({ clock, zone }: MailSettings): string {
  if (zone === '') return 'The hour is that of UTC, since you chose no time zone.'
  return clock.known
    ? `The hour is that of ${zone}.`
    : `Nobody knows the time zone ${zone}, so the hour is that of UTC.`
}
