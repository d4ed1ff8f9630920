import { useEffect, useState } from 'react'

/**
 * Words that were typed on this phone and not sent, while no form on the page takes them: they are shown, so that nobody
 * thinks them lost. Without scripts nothing is kept, and nothing is shown.
 */
export function UnsentWords({ at }: { at: string }) {
  const [text, setText] = useState('')
  useEffect(() => {
    try {
      setText(localStorage.getItem(at) ?? '')
    } catch {
      // Storage is switched off: nothing was kept.
    }
  }, [at])
  if (text.trim() === '') return null
  return (
    <div className="notice room-unsent">
      <p>
        <strong>Not sent yet.</strong> This wording is kept on this phone. It stands in the box again in a phase that
        takes wordings.
      </p>
      <p className="room-words">{text}</p>
    </div>
  )
}
