import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Article } from '../../domain/help/articles.ts'
import { audiences } from '../../domain/help/articles.ts'
import { markdownToBlocks } from '../../domain/prose/parse-markdown.ts'
import { plainText } from '../../domain/prose/tree.ts'

const head = z.object({ for: z.array(z.enum(audiences)).min(1), order: z.number().int() })

/**
 * The help articles in `docs/help`, in their order. Each is Markdown with a head that says for whom it is.
 *
 * @param folder of the project.
 * @throws Error that names the file whose head or heading is missing.
 */
export function readArticles(folder: string): Article[] {
  const help = join(folder, 'docs/help')
  return readdirSync(help)
    .filter((name) => name.endsWith('.md'))
    .map((name) => articleOf(name.slice(0, -'.md'.length), readFileSync(join(help, name), 'utf8')))
    .sort((a, b) => a.order - b.order)
}

function articleOf(id: string, file: string): Article {
  const [, yaml, title, body] = /^---\n([\s\S]*?)\n---\n+# (.+)\n([\s\S]*)$/.exec(file) ?? []
  const parsed = yaml === undefined ? undefined : head.safeParse(parse(yaml))
  if (!parsed?.success || title === undefined || body === undefined) {
    throw new Error(`docs/help/${id}.md needs a head with "for" and "order", and a heading after it`)
  }
  const blocks = markdownToBlocks(body)
  return {
    id,
    title: title.trim(),
    summary: plainText(blocks.slice(0, 1)),
    text: plainText(blocks),
    blocks,
    ...parsed.data,
  }
}
