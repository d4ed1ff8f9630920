import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { objections } from '../../db/schema.ts'
import { bundleSchema } from '../../domain/record/bundle.ts'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import { hashJson } from '../../domain/record/hash.ts'
import { Independent, schemaHash } from '../../scripts/verify-independent.mjs'
import { verifyCommand } from '../../server/cli/commands/verify.ts'
import { verifyBundle } from '../../server/cli/verify/verify-bundle.ts'
import { redactDraft } from '../../server/usecases/drafts/redact-draft.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { checkpointText } from '../../server/views/checkpoints.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'
import { commandLine } from '../factories/command-line.ts'
import { judge } from '../factories/judge-bundle.ts'

/** Runs `verify` on a file, and answers with its exit code and what it said. */
async function verify(...args: string[]) {
  const said: string[] = []
  const work = verifyCommand.parseForFiles(args)
  const code = await work({ databaseFile: '', migrations: '' }, (line) => said.push(line))
  return { code, said: said.join('\n') }
}

function script(...args: string[]): { code: number; said: string } {
  try {
    const said = execFileSync(process.execPath, ['scripts/verify-independent.mjs', ...args], { encoding: 'utf8' })
    return { code: 0, said }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, said: stdout }
  }
}

describe('a bundle', () => {
  it.each(['public', 'members'] as const)(
    '[R13] for %s holds up, is the same twice, and both verifiers agree',
    async (scope) => {
      const { deps } = await bundleWorld()
      const lines = await bundleOf(deps, scope)
      expect(await bundleOf(deps, scope)).toEqual(lines)
      const verified = await verifyBundle(lines)
      const all = new Independent()
      for (const line of lines) all.take(line)
      expect(verified.counts).toEqual(all.end())
      expect([...verified.remarks]).toEqual([])
      expect(verified.counts).toMatchObject({ ballot: scope === 'public' ? 3 : 4, version: 5, entry: 2, objection: 1 })
    },
  )

  it('[R13] for everybody has no name of a voter, nothing of an open ballot, and nothing a replaced paper said', async () => {
    const world = await bundleWorld()
    const { deps, voters } = world
    const text = (await bundleOf(deps)).join('\n')
    for (const { name } of voters) expect(text).not.toContain(name)
    expect(text).not.toContain('"by":null')
    expect(text).not.toMatch(/"kind":"paper"[^\n]*"replaced":true[^\n]*"choice"/)
    const papers = (await bundleOf(deps)).map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'paper')
    expect(papers.filter(({ replaced }) => replaced).every((paper) => !('choice' in paper || 'covered' in paper))).toBe(
      true,
    )
    expect(papers.some((paper) => 'by' in paper)).toBe(false)
  })

  it('describes itself in the words that both verifiers know', () => {
    expect(hashJson(bundleSchema)).toBe(schemaHash)
  })
})

describe('a stranger', () => {
  it('[R18] finds a planted lie with one file and one script, which name it, as verify does', async () => {
    const { deps } = await bundleWorld()
    const [whole, planted, kept] = ['whole', 'planted', 'kept'].map((name) =>
      join(deps.env.dataDir, `${name}.jsonl`),
    ) as [string, string, string]
    const text = `${(await bundleOf(deps)).join('\n')}\n`
    writeFileSync(whole, text)
    writeFileSync(planted, text.replace('"choice":"reservations"', '"choice":"object"'))
    writeFileSync(kept, await checkpointText(deps, null))
    expect(await verify(whole, '--against', kept)).toMatchObject({
      code: 0,
      said: expect.stringContaining('3 ballots with'),
    })
    expect(script(whole, kept)).toMatchObject({ code: 0, said: expect.stringContaining('3 × ballot') })
    const found = await verify(planted)
    expect(found).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^A lie\. ballot .*: its papers\.\n {2}stated: .*\n {2}recomputed: /),
    })
    expect(script(planted)).toMatchObject({ code: 1, said: expect.stringMatching(/^A lie\. ballot .*: hash, stated/) })
  })

  it('gets words, and no crash, for a file that is no bundle', async () => {
    const { run, dataDir } = commandLine()
    const file = join(dataDir, 'some.jsonl')
    const [first = ''] = await bundleOf((await bundleWorld()).deps)
    const files: [string, RegExp][] = [
      ['', /The file is empty/],
      ['hello\n', /Line 1 is not JSON/],
      ['[]\n', /Line 1 is no object/],
      ['{"kind":"pudding"}\n', /Line 1 is of no kind that is known/],
      [`${first}\n{"kind":"event"}\n`, /Line 2 \(event\) has no “seq”/],
      [first, /ends in the middle of a line/],
      [`${first.replace('"version":1', '"version":9')}\n`, /version 9, which is not known/],
      [`${first}\n${first}\n`, /second manifest/],
      ['\u00ff\ufffe\n', /not JSON/],
    ]
    for (const [text, words] of files) {
      writeFileSync(file, text)
      expect(await run('verify', file)).toMatchObject({ code: 1, said: expect.stringMatching(words) })
      expect(script(file).code).not.toBe(0)
    }
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x0a]))
    expect(await run('verify', file)).toMatchObject({ code: 1, said: 'The file is not UTF-8 text.' })
    expect(await run('verify', join(dataDir, 'none'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('cannot be read'),
    })
    expect(await run('verify')).toMatchObject({ code: 2 })
    expect(await run('verify', file, '--against', file)).toMatchObject({ code: 1 })
  })
})

describe('words that were removed for good', () => {
  it('[R17] are passed with a remark where an event says so, and count as missing where none does', async () => {
    const { deps, redact } = await bundleWorld()
    await redact()
    const lines = await bundleOf(deps, 'members')
    const verified = await verifyBundle(lines)
    expect([...verified.remarks.keys()]).toContain('the text of a snapshot was removed for good')
    expect(judge(lines)).toEqual({ ours: null, other: null })
    const whole = lines.findIndex((line) => line.startsWith('{"content":{') && line.includes('"kind":"snapshot"'))
    const emptied = lines.map((line, i) => {
      if (i !== whole) return line
      return canonicalJson({ ...JSON.parse(line), content: null })
    })
    const { ours, other } = judge(emptied)
    expect([ours !== null, other !== null]).toEqual([true, true])
  })

  it('[R17] leave no minority note behind that repeats them, also where the event of a version said it once', async () => {
    const { deps, moderator } = await bundleWorld()
    const words = 'says not who decides'
    const all = await deps.store.read.select().from(objections)
    const draftId = all.find(({ text }) => text.includes(words))?.draftId ?? ''
    const saying = async () => (await bundleOf(deps)).filter((line) => line.includes(words)).map(kindOf)
    expect(await saying()).toEqual(['objection'])
    // As events of versions were before; what was hashed does not matter, since the leaf goes.
    const told = new Database(deps.env.databaseFile)
    const set = `update event_private set payload = json_set(payload, '$.minorityNotes', json_array(?)) where seq =
      (select seq from events where type = 'version.published' and payload ->> 'draftId' = ?)`
    expect(told.prepare(set).run(`It ${words}.`, draftId).changes).toBe(1)
    told.close()
    expect(await saying()).toEqual(['event', 'objection'])
    await redactDraft(deps, moderator, { draftId, words, reason: 'A court asked for it.' })
    expect(await saying()).toEqual([])
    expect((await checkRecord(deps)).fault).toBeNull()
    const lines = await bundleOf(deps)
    expect(judge(lines)).toEqual({ ours: null, other: null })
    const remarks = [...(await verifyBundle(lines)).remarks.keys()]
    expect(remarks).toContain('words were removed for good from what was said with a version')
  })
})

function kindOf(line: string): string {
  return JSON.parse(line).kind
}
