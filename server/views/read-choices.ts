/** What an address asks for and nobody can answer. */
export interface Dropped {
  name: string
  value: string
}

export interface Choices<Name extends string> {
  chosen: Partial<Record<Name, string>>
  dropped: Dropped[]
}

/**
 * Reads choices out of an address. What is not understood is left out and named, never an error; of repeated names the
 * last one counts.
 *
 * @param search as in `location.search`.
 * @param understands which values each name may have.
 */
export function readChoices<Name extends string>(
  search: string,
  understands: Readonly<Record<Name, (value: string) => boolean>>,
): Choices<Name> {
  const choices: Choices<Name> = { chosen: {}, dropped: [] }
  const known = (name: string): name is Name => Object.hasOwn(understands, name)
  for (const [name, value] of new URLSearchParams(search)) {
    if (value === '' || name === '_data') continue
    if (known(name) && understands[name](value)) choices.chosen[name] = value
    else choices.dropped.push({ name: name.slice(0, 40), value: value.slice(0, 40) })
  }
  return choices
}

/** An address with these choices; those that are empty are left out. */
export function choicesHref(path: string, chosen: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value)
  // A comma and a tilde are safe in a query and keep addresses that people pass on readable.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~')
  return text ? `${path}?${text}` : path
}

/** A whole number from 1 on, as pages are numbered. */
export function isPageNumber(value: string): boolean {
  return /^[1-9]\d{0,5}$/.test(value)
}
