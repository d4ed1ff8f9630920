import { FormRefusal } from '#app/components/field.tsx'
import { ChangedBy } from '#app/features/admin/changed-by.tsx'
import { siteSwitchWords } from '#app/features/admin/site-words.ts'
import type { Refusal } from '#app/http/refusals.ts'
import type { AdminSite } from '#server/views/admin-site.ts'

interface SiteSwitchProps {
  one: AdminSite['switches'][number]
  refusal: Refusal | undefined
  isDone: boolean
}

/** One switch: whether it is on, what that means, and the button that turns it. */
export function SiteSwitch({ one: { key, on, changed }, refusal, isDone }: SiteSwitchProps) {
  const words = siteSwitchWords[key]
  return (
    <section className="admin-part" id={key} aria-labelledby={`${key}-head`}>
      <h2 id={`${key}-head`}>
        {words?.label ?? key} <span className={on ? 'state state-warn' : 'state'}>{on ? 'On' : 'Off'}</span>
      </h2>
      <p className="ui">{words?.effect}</p>
      <ChangedBy changed={changed} />
      {isDone ? (
        <p className="notice notice-ok" role="status">
          It is {on ? 'on' : 'off'} now.
        </p>
      ) : null}
      <FormRefusal refusal={refusal} />
      <form method="post">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="on" value={on ? 'no' : 'yes'} />
        <button type="submit" className="button" name="intent" value="turn">
          Turn it {on ? 'off' : 'on'}
        </button>
      </form>
    </section>
  )
}
