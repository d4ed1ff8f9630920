import styles from '#app/styles/charts.css?raw'
import tokens from '#app/styles/tokens.css?raw'

/** A picture with the colours and faces it needs when it stands alone; it follows the reader's theme as the page does. */
export function standalone(svg: string): string {
  const css = `${tokens}${styles}svg{background:var(--paper)}`.replaceAll(/[&<]/g, (sign) =>
    sign === '&' ? '&amp;' : '&lt;',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace('>', `><style>${css}</style>`)}\n`
}
