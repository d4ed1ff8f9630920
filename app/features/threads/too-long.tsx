interface TooLongProps {
  length: number
  most: number
  /** What can be done with so many: “sent at once”. */
  may: string
}

/** Said while one types, before the server has to say it. */
export function TooLong({ length, most, may }: TooLongProps) {
  if (length <= most) return null
  return (
    <p className="field-error">
      {length} characters; at most {most} can be {may}.
    </p>
  )
}
