import { oneLine, tex } from './words.ts'

/** What the citation of a whole edition is made of. */
export interface CitedEdition {
  atlas: string
  /** As in its address: `2026.4`. */
  name: string
  /** The day it was frozen, `2026-11-24`. */
  date: string
  url: string
  /** One hash over all it holds. */
  hash: string
}

/** One line for a list of references. */
export function citeEditionPlain({ atlas, name, date, url, hash }: CitedEdition): string {
  return `${atlas}, edition ${name}, ${date}. ${url}. SHA-256 ${hash}`
}

/** BibTeX, as a `@book` in an edition. */
export function citeEditionBibtex({ atlas, name, date, url, hash }: CitedEdition): string {
  const [year = '', month = ''] = date.split('-')
  const fields = [
    ['title', `{${tex(atlas)}}`],
    ['edition', tex(name)],
    ['year', year],
    ['month', String(Number(month))],
    ['url', url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['note', `SHA-256 ${hash}`],
  ]
  return `@book{edition-${name},\n${fields.map(([key, value]) => `  ${key} = {${value}}`).join(',\n')}\n}\n`
}

/** RIS, as reference managers import it. */
export function citeEditionRis({ atlas, name, date, url, hash }: CitedEdition): string {
  const lines = [
    ['TY', 'BOOK'],
    ['TI', atlas],
    ['ET', name],
    ['PY', date.slice(0, 4)],
    ['DA', date.replaceAll('-', '/')],
    ['UR', url],
    ['N1', `SHA-256 ${hash}`],
    ['ER', ''],
  ]
  return lines.map(([tag, value = '']) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** CSL-JSON, as citation processors read it. */
export function citeEditionCsl({ atlas, name, date, url, hash }: CitedEdition) {
  return [
    {
      id: url,
      type: 'book',
      title: atlas,
      edition: name,
      issued: { 'date-parts': [date.split('-').map(Number)] },
      URL: url,
      note: `SHA-256 ${hash}`,
    },
  ]
}
