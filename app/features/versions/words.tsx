import type { WordPart } from '#domain/compare/words.ts'

/** Kept, added and removed words in a row. What colour shows, underlining, striking and hidden words say too. */
export function Words({ parts }: { parts: readonly WordPart[] }) {
  return (
    <>
      {keyed(parts).map(({ key, op, text }) => {
        if (op === 'kept') return <span key={key}>{text}</span>
        const Tag = op === 'added' ? 'ins' : 'del'
        return (
          <Tag key={key}>
            <span className="visually-hidden">{op === 'added' ? ' inserted: ' : ' deleted: '}</span>
            {text === '\n' ? (
              <>
                <span aria-hidden="true">¶</span>
                <span className="visually-hidden">paragraph break</span>
              </>
            ) : (
              text
            )}
            <span className="visually-hidden"> end </span>
          </Tag>
        )
      })}
    </>
  )
}

/** Gives parts that may repeat a key by their place. */
export function keyed<T extends object>(items: readonly T[]): (T & { key: string })[] {
  return items.map((item, i) => ({ ...item, key: `${i}` }))
}
