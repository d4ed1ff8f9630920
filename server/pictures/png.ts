import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { unwrapWoff } from './woff.ts'

const require = createRequire(import.meta.url)

/** The site's own faces in the weights that pictures use; the second of each pair has the accented letters. */
const faces = [
  '@fontsource/inter/files/inter-latin-400-normal.woff',
  '@fontsource/inter/files/inter-latin-ext-400-normal.woff',
  '@fontsource/inter/files/inter-latin-600-normal.woff',
  '@fontsource/inter/files/inter-latin-ext-600-normal.woff',
  '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
  '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff',
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff',
  '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff',
]

const prepared = new Map<string, string[]>()

/** The renderer reads fonts from files of its own kind; they are made once and can be deleted at any time. */
function fontFiles(dataDir: string): string[] {
  const known = prepared.get(dataDir)
  if (known) return known
  const folder = join(dataDir, 'fonts')
  mkdirSync(folder, { recursive: true })
  const files = faces.map((face, i) => {
    const file = join(folder, `${i}.ttf`)
    // Another process may be doing the same.
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, unwrapWoff(readFileSync(require.resolve(face))))
    renameSync(fresh, file)
    return file
  })
  prepared.set(dataDir, files)
  return files
}

/**
 * Draws an SVG as PNG, off the main thread, with the site's own faces and no others.
 *
 * @param svg without style sheets that name variables or faces of the reader's system.
 * @param width in pixels; the height follows.
 */
export async function renderPng(dataDir: string, svg: string, width: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(dataDir),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      serifFamily: 'Source Serif 4',
    },
  })
  return image.asPng()
}
