import styles from '#app/styles/charts.css?raw'
import tokens from '#app/styles/tokens.css?raw'

const light = Object.fromEntries(
  [...(/:root\s*\{([^}]*)\}/.exec(tokens)?.[1] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)

/** Signs that the site's faces do not have; a page takes them from the reader's system. */
const plainer: Record<string, string> = {
  '←': '‹',
  '→': '›',
  '▲': '!',
  '✕': '×',
  '⇄': '«',
  '◆': '*',
  '≠': '~',
}
const foreign = new RegExp(`[${Object.keys(plainer).join('')}]`, 'g')

/**
 * The same picture for a renderer that knows neither variables nor the faces of a page: the light theme, written out.
 */
export function flattened(svg: string): string {
  const css = `${styles}svg{background:var(--paper)}`
    .replaceAll(/font: (\d+) (\d+)px var\(--\w+\)/g, 'font-weight: $1; font-size: $2px; font-family: Inter')
    .replaceAll(/url\("([^"]+)"\)/g, 'url($1)')
    .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => light[name] ?? 'currentColor')
    .replaceAll(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
  const ground = `<rect width="100%" height="100%" fill="${light.paper}"/>`
  return svg.replaceAll(foreign, (sign) => plainer[sign] ?? sign).replace('>', `><style>${css}</style>${ground}`)
}

/** A picture with the colours and faces it needs when it stands alone; it follows the reader's theme as the page does. */
export function standalone(svg: string): string {
  const css = `${tokens}${styles}svg{background:var(--paper)}`.replaceAll(/[&<]/g, (sign) =>
    sign === '&' ? '&amp;' : '&lt;',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace('>', `><style>${css}</style>`)}\n`
}
