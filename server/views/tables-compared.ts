import { findDraft } from '../../db/queries/drafts.ts'
import type { TableRow } from '../../db/queries/workshop-tables.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { ChangedBy } from '../../domain/forks/parts.ts'
import { differingParts, partsOf } from '../../domain/forks/parts.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { ancestorOf } from '../usecases/drafts/two-drafts.ts'
import { comparison } from './comparison.ts'

/** What one table wrote in a part. */
export interface TableVersion {
  table: number
  /** The common text says the same by now. */
  stands: boolean
  changedBy: ChangedBy
  /** Hashes of the part on either side: what the reader sees. */
  mine: string
  theirs: string
  /** What taking it over would change, of this part alone; null where it stands. */
  change: Comparison | null
}

/** A part that at least one table changed, with each table's version of it (workshops SPEC [T7]). */
export interface TablePart {
  part: string
  label: string
  versions: TableVersion[]
  /** Tables that left it as it was when the room split. */
  untouched: number[]
}

/**
 * What the tables of a room wrote, part by part against the common text.
 *
 * @param tables of one round; texts that cannot be read now are left out.
 */
export async function tablesCompared(
  deps: Deps,
  viewer: Viewer | null,
  tables: readonly TableRow[],
): Promise<TablePart[]> {
  const [first] = tables
  if (!first) return []
  const { draft } = await readableDraft(deps.store.read, viewer, first.draftId)
  const mine = await contentOf(deps, first.draftId)
  if (!mine) return []
  const sides = (await Promise.all(tables.map((table) => sideOf(deps, draft, table)))).filter((one) => one !== null)
  const says = partHashes(mine)
  const compared = await Promise.all(
    sides.map(async (side) => ({
      ...side,
      differs: differingParts(mine, side.content, side.before),
      changed: new Set(differingParts(side.content, side.before, null).map(({ part }) => part)),
      whole: await comparison(deps, mine, side.content),
    })),
  )
  return partsOf(draft.kind).flatMap(({ part, label }) => {
    const wrote = compared.filter(({ changed }) => changed.has(part))
    if (wrote.length === 0) return []
    const versions = wrote.map(({ table, differs, whole }): TableVersion => {
      const one = differs.find((difference) => difference.part === part)
      const hash = says[part] ?? ''
      return one
        ? {
            ...{ table, stands: false, changedBy: one.changedBy, mine: one.mine, theirs: one.theirs },
            change: ofPart(whole, part),
          }
        : { table, stands: true, changedBy: 'they', mine: hash, theirs: hash, change: null }
    })
    const untouched = compared.filter(({ changed }) => !changed.has(part)).map(({ table }) => table)
    return [{ part, label, versions, untouched }]
  })
}

async function sideOf(deps: Deps, draft: NonNullable<Awaited<ReturnType<typeof findDraft>>>, { n, forkId }: TableRow) {
  const q = deps.store.read
  const fork = await findDraft(q, forkId)
  const content = fork && (await contentOf(deps, forkId))
  const ancestor = fork && (await ancestorOf(q, draft, fork))
  return content && ancestor ? { table: n, content, before: ancestor.content } : null
}

async function contentOf(deps: Deps, draftId: string) {
  const reading = await readDraftOrNull(deps, draftId)
  return reading?.content ?? null
}

/** Of a comparison what concerns one part, so that pages are not sent the whole text for each table. */
function ofPart({ title, fields, sections, relations, changes }: Comparison, part: string): Comparison {
  const [group, id] = part.split('/')
  return {
    title: part === 'title' ? title : null,
    fields: group === 'field' ? fields.filter((one) => one.id === id) : [],
    sections: group === 'section' ? sections.filter((one) => one.id === id) : [],
    relations: part === 'declarations' ? relations : [],
    changes,
  }
}
