import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** The project's root folder. */
export const root = path.resolve(import.meta.dirname, '../..')

/** The text of a file of the project. */
export const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

/** The files that match, as paths from the root with forward slashes, in order. */
export const files = (...patterns: string[]): string[] =>
  fs
    .globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()

/** Every node of a source file's syntax tree that passes, as `file:line text`. */
export const findNodes = (file: string, wanted: (node: ts.Node) => boolean): string[] => {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (wanted(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push(`${file}:${line + 1} ${node.getText(source).slice(0, 60)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
