import type { FormEvent, KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { safeUrl } from '#domain/prose/safe-url.ts'

interface LinkFormProps {
  /** Address of the link the caret is in; null outside a link. */
  current: string | null
  /** Null takes the link away. */
  onApply: (url: string | null) => void
  onClose: () => void
}

/** Asks for the address of a link; only addresses that may become links are taken. */
export function LinkForm({ current, onApply, onClose }: LinkFormProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useState(current ?? '')
  const [refused, setRefused] = useState(false)
  useEffect(() => input.current?.focus(), [])

  function apply(event: FormEvent) {
    event.preventDefault()
    const typed = address.trim()
    const url = safeUrl(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed)
    if (url) onApply(url)
    else setRefused(true)
  }

  return (
    <form
      className="link-form"
      onSubmit={apply}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <label htmlFor={id}>Address</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="url"
        value={address}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? `${id}-error` : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="button button-small">
        Set link
      </button>
      {current !== null ? (
        <button type="button" className="button button-small" onClick={() => onApply(null)}>
          Remove link
        </button>
      ) : null}
      <button type="button" className="button button-small button-quiet" onClick={onClose}>
        Cancel
      </button>
      {refused ? (
        <p className="field-error" id={`${id}-error`}>
          Write a web address that begins with https:// or http://, a mail address with mailto:, or a path of this site.
        </p>
      ) : null}
    </form>
  )
}
