import { csv } from '../../domain/text/csv.ts'
import type { Placed } from '../../domain/threads/order.ts'
import { stances } from '../../domain/threads/reactions.ts'
import { contributionTypeLabels } from '../../domain/threads/words.ts'
import type { OutlineRow, OverviewGround, OverviewLine } from './overview-ground.ts'
import type { Page } from './paging.ts'
import { pageOf } from './paging.ts'

/** Characters of a contribution's words in the table, and in the file, which has room. */
const lineLength = 160
const fileLength = 2_000

/** Rows of the file that are read with one query. */
const readAtOnce = 1_000

/** Rows on one page of the table. */
const tableLength = 150

export const tableSorts = ['kind', 'oldest', 'newest', 'answers', 'minds'] as const
export type TableSort = (typeof tableSorts)[number]

export interface TableRow extends OverviewLine {
  createdAt: number
  /** It answers another one. */
  isAnswer: boolean
}

export type TableView = Page<TableRow> & { sort: TableSort }

/** One page of the table of an argument ([T42]); what is deleted is left out. */
export async function overviewTable(
  ground: OverviewGround,
  { sort, page }: { sort: TableSort; page: string | undefined },
  hrefOf: (page: string | undefined) => string,
): Promise<TableView> {
  const { rows, ...rest } = pageOf(sorted(ground, sort), page, tableLength, hrefOf)
  return { ...rest, sort, rows: await tableRows(ground, rows, lineLength) }
}

/** The whole table as a file. */
export async function overviewRows(ground: OverviewGround): Promise<string> {
  const placed = sorted(ground, 'oldest')
  const rows: TableRow[] = []
  for (let i = 0; i < placed.length; i += readAtOnce) {
    rows.push(...(await tableRows(ground, placed.slice(i, i + readAtOnce), fileLength)))
  }
  const heading = [
    'id',
    'answers to',
    'type',
    'author',
    'words',
    'posted',
    'answers',
    ...stances,
    'minds changed',
    'sources',
    'crux',
  ]
  const above = new Map(ground.outline.map(({ id, replyTo }) => [id, replyTo ?? '']))
  return csv(
    heading,
    rows.map(({ id, type, author, text, createdAt, answers, reactions, minds, sources, crux }) => [
      id,
      above.get(id) ?? '',
      contributionTypeLabels[type],
      author,
      text,
      new Date(createdAt).toISOString(),
      answers,
      ...stances.map((stance) => reactions?.[stance] ?? ''),
      minds,
      sources,
      crux ? 'yes' : '',
    ]),
  )
}

async function tableRows(
  ground: OverviewGround,
  rows: readonly Placed<OutlineRow>[],
  most: number,
): Promise<TableRow[]> {
  const lines = await ground.lines(rows, most)
  return rows.flatMap(({ item }, i) => {
    const line = lines[i]
    return line ? [{ ...line, createdAt: item.createdAt, isAnswer: item.replyTo !== null }] : []
  })
}

function sorted({ all, minds }: OverviewGround, sort: TableSort): Placed<OutlineRow>[] {
  const rows = all.flat().filter(({ item }) => item.deletedAt === null)
  if (sort === 'kind') return rows
  const mindsOf = ({ item }: Placed<OutlineRow>) => minds.get(item.id) ?? 0
  return rows.sort((a, b) => {
    const inTime = a.item.createdAt - b.item.createdAt || (a.item.id < b.item.id ? -1 : 1)
    if (sort === 'newest') return -inTime
    if (sort === 'answers') return b.answers - a.answers || inTime
    return sort === 'minds' ? mindsOf(b) - mindsOf(a) || inTime : inTime
  })
}
