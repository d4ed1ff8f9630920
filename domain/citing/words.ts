/** White space of any kind as single spaces: formats of one line each cannot be broken by a title. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Characters that mean something to TeX, written so that they mean themselves. */
export function tex(text: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }
  return oneLine(text).replace(/[\\~^{}&%$#_]/g, (sign) => named[sign] ?? `\\${sign}`)
}
