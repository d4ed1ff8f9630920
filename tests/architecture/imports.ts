import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

export interface Import {
  from: string
  /** The file in this project, or the package's name, or `node:…`. */
  to: string
  inside: boolean
  /** Erased by the compiler: `import type`, `export type`, `import('…')` in a type. */
  typeOnly: boolean
  specifier: string
}

/** Every import, export-from and dynamic import of a file, resolved. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false)
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: path, ...resolve(path, specifier), typeOnly, specifier })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), node.importClause?.isTypeOnly === true)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(textOf(node.moduleSpecifier), node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(textOf(node.argument.literal), true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      add(textOf(node.arguments[0]), false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '(computed)'
}

function resolve(from: string, specifier: string): { to: string; inside: boolean } {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) return { to: normalize(join(dirname(from), bare)), inside: true }
  if (bare.startsWith('#')) return { to: bare.slice(1), inside: true }
  if (bare.startsWith('node:')) return { to: bare, inside: false }
  const parts = bare.split('/')
  return { to: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/'), inside: false }
}

/** Whether an import inside the project leads to a file. */
export function exists({ inside, to }: Import): boolean {
  return !inside || existsSync(to)
}

export function layerOf(path: string): string {
  return path.split('/')[0] as string
}
