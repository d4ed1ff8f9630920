import { useEffect, useState } from 'react'
import { asideFile } from '#app/editor/device/aside-words.ts'
import type { KeptAside } from '#app/editor/device/ledger.ts'
import { browserLedger } from '#app/editor/device/ledger.ts'
import { downloadText } from '#app/editor/download-copy.ts'
import type { EditorSession } from '#app/editor/session-types.ts'

const reasons: Record<KeptAside['why'], string> = {
  replaced:
    'The draft was replaced by another text before this was sent. Only what you typed is here; it was not mixed into the new one.',
  'not-allowed': 'You may no longer write in this draft, so this was not sent.',
  'taken-back': 'You took this back before it was sent.',
  removed: 'The draft was removed, or closed to you, before this was sent.',
}

/** Text of this person that could not be sent and cannot be any more: to read, copy, take away or let go. */
export function KeptAsideText({
  session,
  person,
  draftId,
}: {
  session: EditorSession | null
  person: string
  draftId: string
}) {
  const [texts, setTexts] = useState<KeptAside[]>([])
  useEffect(() => {
    const look = () => setTexts(browserLedger().aside(person, draftId))
    look()
    return session?.subscribe('aside', look)
  }, [session, person, draftId])

  function discard(key: string) {
    browserLedger().forget(key)
    setTexts(texts.filter((text) => text.key !== key))
  }
  return texts.map((text) => (
    <section key={text.key} className="notice notice-warn kept-aside" aria-label="Text that was not sent">
      <p>
        <strong>Kept on this device, not sent.</strong> {reasons[text.why]}
      </p>
      {text.parts.map((part) => (
        <details key={part.label}>
          <summary>{part.label}</summary>
          <p className="kept-words">{part.text}</p>
        </details>
      ))}
      <p className="actions">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(asideFile(text))}>
          Copy
        </button>
        <button type="button" className="button" onClick={() => downloadText(text.title, asideFile(text))}>
          Download
        </button>
        <button type="button" className="button button-quiet" onClick={() => discard(text.key)}>
          Discard
        </button>
      </p>
    </section>
  ))
}
