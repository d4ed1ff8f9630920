interface Props {
  /** Its name, as in `contribution/<id>`. */
  thing: string
  may: boolean
  /** As in “reason for by Ada”. */
  what: string
}

/** The way to tell the moderators of something; nothing for who may not. */
export function FlagLink({ thing, may, what }: Props) {
  if (!may) return null
  return (
    <a className="no-print" href={`/flag?thing=${encodeURIComponent(thing)}`} rel="nofollow">
      Flag
      <span className="visually-hidden"> {what}</span>
    </a>
  )
}
