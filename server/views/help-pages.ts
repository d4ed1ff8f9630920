import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../domain/help/articles.ts'
import { findHelp } from '../../domain/help/articles.ts'
import type { Term } from '../../domain/help/glossary.ts'
import { glossary } from '../../domain/help/glossary.ts'
import { markdownToBlocks } from '../../domain/prose/parse-markdown.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readArticles } from '../help/read-articles.ts'
import { projectRoot } from '../root.ts'

type Listed = Pick<Article, 'id' | 'title' | 'summary' | 'for'>

export interface HelpPage {
  q: string
  articles: Listed[]
  /** Words of the glossary that the question names; none without a question. */
  terms: Term[]
}

/** They ship with the program and do not change while it runs. */
let articles: readonly Article[] | undefined

function allArticles(): readonly Article[] {
  articles ??= readArticles(projectRoot())
  return articles
}

/** What `/help` lists: everything, or what answers a question. @param q as typed. */
export async function helpPage(_deps: Deps, { q }: { q: string }): Promise<HelpPage> {
  const asked = q.trim().slice(0, 200)
  const found = asked === '' ? allArticles() : findHelp(asked, allArticles())
  const terms = findHelp(
    asked,
    glossary.map((term: Term) => ({ ...term, title: term.term, summary: '', text: term.meaning })),
  )
  return {
    q: asked,
    articles: found.map(listed),
    terms: terms
      .slice(0, 5)
      .map(({ id, term, meaning, article }) => ({ id, term, meaning, ...(article && { article }) })),
  }
}

/** One article. @throws AppError `not-found`, with the titles that come nearest. */
export async function helpArticle(
  _deps: Deps,
  id: string,
): Promise<Listed & { blocks: readonly Block[]; next: Listed | null }> {
  const all = allArticles()
  const at = all.findIndex((one) => one.id === id)
  const article = all[at]
  if (!article) throw new AppError('not-found', 'There is no such page in the help. It may have another name now.')
  const next = all[at + 1]
  return { ...listed(article), blocks: article.blocks, next: next ? listed(next) : null }
}

/** Titles that somebody may have meant, with their addresses. */
export async function nearestHelp(_deps: Deps, id: string): Promise<{ title: string; href: string }[]> {
  const all = allArticles()
  const near = nearestSlugs(
    id,
    all.map((one) => one.id),
  )
  return all.filter((one) => near.includes(one.id)).map((one) => ({ title: one.title, href: `/help/${one.id}` }))
}

/** What changed for users, newest first, as the program that runs says it of itself. */
export async function whatChanged(_deps: Deps): Promise<{ parts: ChangedPart[] }> {
  const file = readFileSync(join(projectRoot(), 'CHANGELOG.md'), 'utf8')
  const parts: ChangedPart[] = []
  for (const block of markdownToBlocks(file)) {
    const title = titleOf(block)
    if (title !== null) parts.push({ title, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return { parts: parts.filter(({ blocks }) => blocks.length > 0) }
}

/** What changed in one part of the site. */
interface ChangedPart {
  title: string
  blocks: Block[]
}

/** The words of a paragraph that is bold from end to end. */
function titleOf(block: Block): string | null {
  if (block.type !== 'paragraph' || block.children.length !== 1) return null
  const [only] = block.children
  return only?.type === 'text' && only.marks?.includes('bold') ? only.text : null
}

function listed({ id, title, summary, for: whom }: Article): Listed {
  return { id, title, summary, for: whom }
}
