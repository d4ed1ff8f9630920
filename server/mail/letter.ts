import { escapeHtml } from '../http/escape-html.ts'

/** What a letter is made of. Words are text and nothing else; addresses begin with that of the site. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'heading'; text: string; href?: string }
  /** What somebody wrote. */
  | { type: 'quote'; text: string }
  | { type: 'button'; label: string; href: string }
  | { type: 'link'; label: string; href: string }
  | { type: 'small'; text: string }

export interface Letter {
  /** Name of the site, at the top. */
  site: string
  url: string
  blocks: readonly Block[]
  /** Why it came, and how to get none of these any more. */
  foot: readonly Block[]
}

/** The two parts of a mail, which say the same (mail SPEC [M8]). */
export function writeLetter(letter: Letter): { text: string; html: string } {
  return { text: asText(letter), html: asHtml(letter) }
}

function asText({ site, url, blocks, foot }: Letter): string {
  const parts = [...blocks.map(textOf), '-- ', ...foot.map(textOf), `${site} · ${url}`]
  return `${parts.join('\n\n')}\n`
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.href === undefined ? `## ${block.text}` : `## ${block.text}\n${block.href}`
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'button':
    case 'link':
      return `${block.label}:\n${block.href}`
    default:
      return block.text
  }
}

const fonts = "font-family:Georgia,'Times New Roman',serif;font-size:16px;line-height:1.5;color:#22201c"
const styles = {
  heading: 'font-size:19px;line-height:1.3;margin:28px 0 6px',
  quote: 'margin:6px 0 12px;padding:0 0 0 14px;border-left:3px solid #d8d2c4;white-space:pre-line',
  button:
    'display:inline-block;padding:10px 18px;background:#1f4e8c;color:#ffffff;text-decoration:none;border-radius:4px',
  link: 'color:#1f4e8c',
  small: 'font-size:14px;color:#5c574d;margin:6px 0',
}

function asHtml({ site, url, blocks, foot }: Letter): string {
  const head = `<p style="font-size:14px;color:#5c574d"><a href="${escapeHtml(url)}" style="${styles.link}">${escapeHtml(site)}</a></p>`
  const end = foot.map((block) => htmlOf(block.type === 'text' ? { ...block, type: 'small' } : block)).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(site)}</title></head>
<body style="margin:0;padding:24px;background:#fbf9f4"><div style="max-width:600px;margin:0 auto;${fonts}">
${[head, ...blocks.map(htmlOf)].join('\n')}
<hr style="border:0;border-top:1px solid #d8d2c4;margin:28px 0 12px">
${end}
</div></body></html>
`
}

function htmlOf(block: Block): string {
  const words = escapeHtml('label' in block ? block.label : block.text)
  switch (block.type) {
    case 'heading':
      return `<h2 style="${styles.heading}">${block.href === undefined ? words : anchor(words, block.href, styles.link)}</h2>`
    case 'quote':
      return `<blockquote style="${styles.quote}">${words}</blockquote>`
    case 'button':
      return `<p style="margin:20px 0">${anchor(words, block.href, styles.button)}</p>`
    case 'link':
      return `<p style="${styles.small}">${anchor(words, block.href, styles.link)}</p>`
    case 'small':
      return `<p style="${styles.small}">${words}</p>`
    case 'text':
      return `<p style="margin:12px 0;white-space:pre-line">${words}</p>`
  }
}

const anchor = (words: string, href: string, style: string) =>
  `<a href="${escapeHtml(href)}" style="${style}">${words}</a>`
