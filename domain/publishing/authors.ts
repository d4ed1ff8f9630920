/** What one account wrote of a text, and did in its draft. */
export interface Written {
  actorId: string
  name: string
  /** Characters that stand in the text (history SPEC [H11]). */
  characters: number
}

/** An author, or with no characters somebody who took part in the writing and of whose words none stands. */
export interface Author {
  actorId: string
  name: string
  characters?: number
}

/**
 * The authors of a version, most written first, and after them those who took part (SPEC [P6]).
 *
 * @param owner the draft's owner, who stands in where nobody's words stand in the text.
 */
export function authorsOf(written: readonly Written[], owner: { actorId: string; name: string }): Author[] {
  const sorted = [...written].sort(byAmount)
  if (sorted.some(({ characters }) => characters > 0)) return sorted.map(asAuthor)
  return [owner, ...sorted.filter(({ actorId }) => actorId !== owner.actorId).map(asAuthor)]
}

function asAuthor({ actorId, name, characters }: Written): Author {
  return { actorId, name, characters }
}

/** Did something of theirs stand in the text? Authors of older versions, which have no counts, did. */
export function isAuthor({ characters }: Author): boolean {
  return characters !== 0
}

function byAmount(a: Written, b: Written): number {
  if (a.characters !== b.characters) return b.characters - a.characters
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.actorId < b.actorId ? -1 : 1
}

/**
 * The authors of a text that began as a copy of another draft (forks SPEC [K5]): after those who wrote in it, those
 * whose words stood in the other one. How much of theirs stands still is not counted.
 */
export function authorsOfFork(own: readonly Author[], before: readonly Pick<Author, 'actorId' | 'name'>[]): Author[] {
  const wrote = own.filter(isAuthor)
  const known = new Set(wrote.map(({ actorId }) => actorId))
  const others = before.filter(({ actorId }) => !known.has(actorId)).map(({ actorId, name }) => ({ actorId, name }))
  const took = own.filter((author) => !isAuthor(author) && !others.some(({ actorId }) => actorId === author.actorId))
  return [...wrote, ...others, ...took]
}
