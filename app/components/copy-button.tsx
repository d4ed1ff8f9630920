import { useEffect, useState } from 'react'

interface CopyButtonProps {
  text: string
  /** What it copies, for who hears the page. */
  what?: string
  className?: string
}

/** Copies a text; not there without script, nor where the browser lets no page write to the clipboard. */
export function CopyButton({ text, what, className = 'button' }: CopyButtonProps) {
  const [able, setAble] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setAble('clipboard' in navigator), [])
  if (!able) return null
  return (
    <button
      className={className}
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }}
    >
      {copied ? 'Copied' : 'Copy'}
      {what ? <span className="visually-hidden"> {what}</span> : null}
    </button>
  )
}
