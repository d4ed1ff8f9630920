import { Field, FormRefusal } from '#app/components/field.tsx'
import { Prose } from '#app/components/prose.tsx'
import { ChangedBy } from '#app/features/admin/changed-by.tsx'
import { siteTextWords } from '#app/features/admin/site-words.ts'
import type { Refusal } from '#app/http/refusals.ts'
import type { AdminSite } from '#server/views/admin-site.ts'

interface SiteTextProps {
  /** With a preview in place of what is kept, where one was asked for. */
  one: AdminSite['texts'][number]
  typed: Record<string, string> | undefined
  refusal: Refusal | undefined
  isDone: boolean
}

/** One text of the site: the form, and how readers see it. */
export function SiteText({ one, typed, refusal, isDone }: SiteTextProps) {
  const { key, text, line, optional, most, changed, isPreview } = one
  const words = siteTextWords[key]
  const seen = typed?.seen ?? String(changed?.at ?? '')
  return (
    <section className="admin-part" id={key} aria-labelledby={`${key}-head`}>
      <h2 id={`${key}-head`}>{words?.label ?? key}</h2>
      <ChangedBy changed={changed} />
      {isDone ? (
        <p className="notice notice-ok" role="status">
          Saved. It is on the pages now.
        </p>
      ) : null}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {refusal?.code === 'conflict' ? (
        <div className="card">
          <h3>What it says now</h3>
          <Shown one={one} />
        </div>
      ) : null}
      <form method="post" action={`/admin/site#${key}`}>
        <input type="hidden" name="key" value={key} />
        {/* After a conflict the admin has read what another wrote: what is sent next may replace it. */}
        <input type="hidden" name="seen" value={refusal?.code === 'conflict' ? String(changed?.at ?? '') : seen} />
        <Field name="text" label="Text" hint={`${words?.where ?? ''} At most ${most} characters.`} refusal={refusal}>
          {(control) =>
            line ? (
              <input {...control} type="text" required={!optional} defaultValue={typed?.text ?? text} />
            ) : (
              <textarea {...control} rows={6} required={!optional} defaultValue={typed?.text ?? text} />
            )
          }
        </Field>
        <div className="actions">
          <button type="submit" className="button button-primary" name="intent" value="word">
            Save
          </button>
          <button type="submit" className="button" name="intent" value="preview">
            Show how it looks
          </button>
        </div>
      </form>
      {isPreview ? (
        <div className="card">
          <h3>How it would look; not saved yet</h3>
          <Shown one={one} />
        </div>
      ) : null}
    </section>
  )
}

function Shown({ one: { key, line, shown, blocks } }: { one: AdminSite['texts'][number] }) {
  if (line && shown === '') return <p className="muted">Nothing is shown.</p>
  if (key === 'announcement') return <div className="frame-notice">{shown}</div>
  if (line) return <p className="site-name">{shown}</p>
  if (blocks.length === 0) return <p className="muted">Nothing is shown.</p>
  return (
    <div className="prose">
      <Prose blocks={blocks} lower />
    </div>
  )
}
