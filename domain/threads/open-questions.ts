import type { EntryContent, EntryKind } from '../entries/kinds.ts'
import type { Block } from '../prose/tree.ts'
import { inlineText } from '../prose/tree.ts'
import { excerpt } from '../text/excerpt.ts'
import { limits } from '../text/limits.ts'

export interface OpenQuestion {
  /** As the entry words it; also the title of the thread in which it is argued. At most as long as a title may be. */
  words: string
  /** Where it stands. */
  place: string
}

/**
 * What an entry names as open ([T20]): the points of a list under a heading that ends in “questions”, or the paragraphs
 * there where it has no list. Each once, in their order.
 */
export function openQuestions(kind: EntryKind, content: EntryContent): OpenQuestion[] {
  if (kind === 'strategy') return []
  const found = Object.entries(content.sections).flatMap(([section, blocks]) =>
    underQuestions(blocks).map((words) => ({ words: questionTitle(words), place: `section/${section}` })),
  )
  return found.filter(({ words }, i) => words !== '' && found.findIndex((one) => one.words === words) === i)
}

/** The title of the thread in which a question is argued. */
function questionTitle(words: string): string {
  return excerpt(words.replace(/\s+/g, ' ').trim(), limits.title)
}

function underQuestions(blocks: readonly Block[]): string[] {
  const questions: string[] = []
  for (let i = 0; i < blocks.length; i += 1) {
    const heading = blocks[i]
    if (heading?.type !== 'heading' || !/\bquestions$/i.test(inlineText(heading.children).trim())) continue
    const rest = blocks.slice(i + 1)
    const end = rest.findIndex((block) => block.type === 'heading' && block.level <= heading.level)
    const under = end < 0 ? rest : rest.slice(0, end)
    const listed = points(under)
    questions.push(...(listed.length > 0 ? listed : paragraphs(under)))
  }
  return questions
}

function points(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map(({ children }) => inlineText(children)) : [],
  )
}

function paragraphs(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.children)] : []))
}
