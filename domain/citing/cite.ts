import { oneLine, tex } from './words.ts'

/** What a citation is made of. */
export interface Cited {
  /** Name of the atlas the entry stands in. */
  atlas: string
  title: string
  /** Number of the version. */
  version: number
  /** Day of publication, `2026-11-24`. */
  date: string
  /** Names as their owners write them; empty where nobody is named. */
  authors: readonly string[]
  /** Permanent address of the version. */
  url: string
}

/** One line for a list of references. */
export function citePlain({ atlas, title, version, date, authors, url }: Cited): string {
  const who = authors.length > 0 ? `${list(authors).replace(/\.$/, '')}. ` : ''
  return `${who}“${title}”, version ${version}. ${atlas}, ${date}. ${url}`
}

function list(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ')
  return names.length <= 6 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : `${names[0]} et al.`
}

/** BibTeX, as an `@incollection`: an entry of a reference work. */
export function citeBibtex(cited: Cited): string {
  const [year = '', month = ''] = cited.date.split('-')
  const key = `${cited.title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')}-v${cited.version}`
  const fields = [
    ...(cited.authors.length > 0 ? [['author', cited.authors.map((name) => `{${tex(name)}}`).join(' and ')]] : []),
    ['title', `{${tex(cited.title)}}`],
    ['booktitle', tex(cited.atlas)],
    ['edition', `Version ${cited.version}`],
    ['year', year],
    ['month', String(Number(month))],
    ['url', cited.url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ]
  return `@incollection{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

/** RIS, as reference managers import it; lines end as its specification asks. */
export function citeRis({ atlas, title, version, date, authors, url }: Cited): string {
  const lines = [
    ['TY', 'CHAP'],
    ...authors.map((name) => ['AU', name]),
    ['TI', title],
    ['T2', atlas],
    ['ET', `Version ${version}`],
    ['PY', date.slice(0, 4)],
    ['DA', date.replaceAll('-', '/')],
    ['UR', url],
    ['ER', ''],
  ]
  return lines.map(([tag, value = '']) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** CSL-JSON, as citation processors read it. */
export function citeCsl({ atlas, title, version, date, authors, url }: Cited) {
  return [
    {
      id: url,
      type: 'entry-encyclopedia',
      title,
      'container-title': atlas,
      version: String(version),
      ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
      issued: { 'date-parts': [date.split('-').map(Number)] },
      URL: url,
    },
  ]
}
