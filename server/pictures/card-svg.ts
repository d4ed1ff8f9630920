import { xmlText } from '../xml-text.ts'

/** What the picture says that other sites show beside a link to an entry. */
export interface Card {
  atlas: string
  kind: string
  title: string
  /** How the entry begins. */
  text: string
  /** Where it stands: lever and pull, or what fits the kind; may be empty. */
  place: string
  /** Version and day. */
  line: string
}

/** The size that link previews are cut to (ogp.me), in pixels. */
export const cardSize = { width: 1200, height: 630 }

const left = 80
const room = cardSize.width - 2 * left

/** A card as SVG: paper, ink and one accent, as the pages are. */
export function cardSvg({ atlas, kind, title, text, place, line }: Card): string {
  const size = title.length > 60 ? 56 : 68
  const titleLines = wrapped(title, room, size, 3)
  const titleTop = 196
  const textTop = titleTop + titleLines.length * size * 1.12 + 14
  const textLines = wrapped(text, room, 32, Math.max(1, Math.floor((520 - textTop) / 44)))
  const lines = (all: readonly string[], top: number, step: number, attributes: string) =>
    all.map((words, i) => `<text x="${left}" y="${top + i * step}" ${attributes}>${xmlText(words)}</text>`).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">
<rect width="${cardSize.width}" height="${cardSize.height}" fill="#fbfaf6"/>
<rect width="16" height="${cardSize.height}" fill="#1c4a86"/>
<text x="${left}" y="104" font-family="Inter" font-size="28" fill="#5f6570">${xmlText([kind, place].filter(Boolean).join(' · '))}</text>
${lines(titleLines, titleTop, size * 1.12, `font-family="Source Serif 4 SemiBold, Source Serif 4" font-weight="600" font-size="${size}" fill="#1a1c20"`)}
${lines(textLines, textTop, 44, 'font-family="Source Serif 4" font-size="32" fill="#454a54"')}
<line x1="${left}" x2="${cardSize.width - left}" y1="546" y2="546" stroke="#dad6cc" stroke-width="2"/>
<text x="${left}" y="590" font-family="Inter SemiBold, Inter" font-weight="600" font-size="26" fill="#1c4a86">${xmlText(atlas)}</text>
<text x="${cardSize.width - left}" y="590" text-anchor="end" font-family="Inter" font-size="26" fill="#5f6570">${xmlText(line)}</text>
</svg>
`
}

/**
 * A text in lines that fit, by the widths that letters have in a text face; what does not fit ends in an ellipsis.
 *
 * @param width of a line, in pixels.
 * @param size of the letters, in pixels.
 */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  const kept = lines.slice(0, most).map((one) => cutTo(one, width, size))
  const last = kept.at(-1)
  if (lines.length > most && last !== undefined)
    kept[most - 1] = `${cutTo(last, width - size, size).replace(/[\s….,;:]+$/, '')} …`
  return kept
}

/** A single word may be longer than a line. */
function cutTo(line: string, width: number, size: number): string {
  let cut = line
  while (cut.length > 1 && widthOf(cut, size) > width) cut = cut.slice(0, -1)
  return cut
}

/** Widths of letters in parts of their size; a little more than they have, so that nothing is ever cut off. */
function widthOf(text: string, size: number): number {
  let parts = 0
  for (const letter of text) {
    if (/[iljtfrI.,;:'’!|() ]/.test(letter)) parts += 0.33
    else if (/[mwMWÆŒ—@%]/.test(letter)) parts += 0.92
    else if (/[A-Z0-9ÄÖÜÉ]/.test(letter)) parts += 0.66
    else parts += letter.charCodeAt(0) > 0x2e80 ? 1.05 : 0.55
  }
  return parts * size
}
