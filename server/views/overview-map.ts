import { chooseMap } from '../../domain/threads/argument-map.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { OverviewGround, OverviewLine } from './overview-ground.ts'

/** Characters of a contribution's words on the map; the picture cuts them to its boxes. */
const lineLength = 120

export interface MapView {
  groups: {
    type: ContributionType
    roots: { line: OverviewLine; answers: OverviewLine[]; more: number }[]
    more: number
  }[]
  drawn: number
  /** Contributions that stand in the argument but not on the map; those about candidates apart. */
  left: number
  /** Contributions about candidates, with their answers. */
  aboutCandidates: number
}

/** What the map of an argument shows ([T41]). */
export async function overviewMap(ground: OverviewGround): Promise<MapView> {
  const { groups, drawn } = chooseMap(ground.all, ground.cruxIds)
  const placed = groups.flatMap(({ roots }) => roots.flatMap(({ root, answers }) => [root, ...answers]))
  const lines = new Map((await ground.lines(placed, lineLength)).map((line) => [line.id, line]))
  const line = (id: string) => {
    const found = lines.get(id)
    if (!found) throw new Error('a contribution on the map was not read')
    return found
  }
  const living = (items: readonly { item: { deletedAt: number | null } }[]) =>
    items.filter(({ item }) => item.deletedAt === null).length
  const aboutCandidates = living(ground.all.filter(([{ item }]) => item.candidate !== null).flat())
  return {
    groups: groups.map(({ type, roots, more }) => ({
      type,
      more,
      roots: roots.map(({ root, answers, more }) => ({
        line: line(root.item.id),
        answers: answers.map(({ item }) => line(item.id)),
        more,
      })),
    })),
    drawn,
    left: living(ground.all.flat()) - aboutCandidates - drawn,
    aboutCandidates,
  }
}
