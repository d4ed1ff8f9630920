import { useEffect, useRef, useState } from 'react'
import { Prose } from '#app/components/prose.tsx'
import type { Block } from '#domain/prose/tree.ts'
import type { HelpPage } from '#server/views/help-pages.ts'

type Article = HelpPage['articles'][number] & { blocks: readonly Block[] }

/**
 * A question mark that explains what stands beside it. With scripts the article opens in a sheet at the side, so that
 * the work stays in view; without them, or where it cannot be loaded, it is a link.
 *
 * @param article id of the help article. @param about what it explains, for screen readers.
 */
export function HelpLink({ article, about }: { article: string; about: string }) {
  const sheet = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState<Article | null>(null)
  const href = `/help/${article}`

  useEffect(() => {
    if (shown && sheet.current?.open === false) sheet.current.showModal()
  }, [shown])

  return (
    <>
      <a
        className="help-link no-print"
        href={href}
        aria-label={`Help: ${about}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          load(href).then(setShown, () => window.location.assign(href))
        }}
      >
        ?
      </a>
      {/* Only where scripts opened it: elsewhere its button would do nothing. */}
      {shown ? (
        <dialog ref={sheet} className="help-sheet" aria-label={shown.title} onClose={() => setShown(null)}>
          <div className="help-sheet-head">
            <p className="help-sheet-title">{shown.title}</p>
            <button type="button" className="button button-quiet" onClick={() => sheet.current?.close()}>
              Close
            </button>
          </div>
          <Prose blocks={shown.blocks} />
          <p>
            <a href={href}>Open as a page</a> · <a href="/help">All of the help</a>
          </p>
        </dialog>
      ) : null}
    </>
  )
}

async function load(href: string): Promise<Article> {
  const answer = await fetch(`${href}?_data=${encodeURIComponent('routes/help.$id')}`)
  if (!answer.ok) throw new Error(`the help answered ${answer.status}`)
  return answer.json()
}
