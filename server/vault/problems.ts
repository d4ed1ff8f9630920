/** What is wrong at one place of a vault, and what to do about it. */
export interface Problem {
  /** Path inside the vault. */
  file: string
  line: number
  text: string
}

/** Collects problems while a vault is read, so that a person sees all of them at once. */
export class Problems {
  readonly list: Problem[] = []

  add(file: string, line: number, text: string): void {
    const known = this.list.some((one) => one.file === file && one.line === line && one.text === text)
    if (!known) this.list.push({ file, line, text })
  }

  get some(): boolean {
    return this.list.length > 0
  }

  /** `file:line: what is wrong, what to do`, by file and line. */
  lines(): string[] {
    return [...this.list]
      .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
      .map(({ file, line, text }) => `${file}:${line}: ${text}`)
  }
}
