import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashedRuns, runLength } from '../tests/factories/word-runs.ts'

// Writes the hashes of every run of words of the documents in a folder, by which the tests know that no sentence was
// taken from them: npx tsx scripts/hash-documents.ts <folder>. The documents themselves are not kept.

const target = 'tests/fixtures/seed-shingles.json'
const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Name the folder of the documents: npx tsx scripts/hash-documents.ts <folder>\n')
  process.exit(1)
}
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
// Line by line, as sentences stand: names and headings are lines of their own and too short to count.
const hashes = new Set(texts.flatMap((text) => [...hashedRuns(text).keys()]))
const about = `SHA-256, first 16 digits, of every run of ${runLength} words in the documents that facts were taken from.`
writeFileSync(target, `${JSON.stringify({ about, hashes: [...hashes].sort() }, null, 2)}\n`)
process.stdout.write(`${hashes.size} runs of ${texts.length} documents in ${target}\n`)
