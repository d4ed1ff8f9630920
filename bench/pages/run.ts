import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Site } from '../../tests/e2e/site.ts'
import { startSite } from '../../tests/e2e/site.ts'
import type { Timings } from './browser.ts'
import { browserTimings } from './browser.ts'
import { benchLarge } from './large.ts'
import type { Load } from './load.ts'
import { load } from './load.ts'

// --requests, --browser: one of the two parts; --large: the pages of a large generated atlas instead.
//
// Requests per second of published pages beside a static file of the same bytes, in one run, each server a process of
// its own, asked in turns so that a busy machine slows both alike.
const pages = ['/strategies/open-source-maximalism', '/strategies', '/people', '/']
const slowPages = ['/strategies/open-source-maximalism', '/', '/strategies', '/matrix', '/people']
const encodings = ['identity', 'gzip'] as const
const connections = 16
const seconds = 2
const rounds = 3

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-pages-'))
const children: ReturnType<typeof spawn>[] = []
let site: Site | undefined

async function startFileServer(file: string): Promise<string> {
  const args = ['bench/pages/static-server.mjs', file, 'text/html; charset=utf-8']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let said = ''
  for await (const [chunk] of onData(child)) {
    said += String(chunk)
    const port = /port (\d+)/.exec(said)?.[1]
    if (port) return `http://127.0.0.1:${port}`
  }
  throw new Error(`the file server did not start:\n${said}`)
}

async function* onData(child: ReturnType<typeof spawn>) {
  while (child.exitCode === null && child.stdout) yield await once(child.stdout, 'data')
}

const middle = (all: Load[], of: (one: Load) => number) =>
  [...all].map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

function line(words: (string | number)[]): void {
  process.stdout.write(`${words.join(' | ')}\n`)
}

async function requests(): Promise<void> {
  line(['page', 'form', 'bytes', 'requests/s', 'p99 ms', 'static requests/s', 'static p99 ms', 'ratio'])
  for (const path of pages) {
    for (const encoding of encodings) {
      const headers = [`Accept-Encoding: ${encoding}`]
      const body = Buffer.from(
        await (await fetch(origin + path, { headers: { 'Accept-Encoding': 'identity' } })).text(),
      )
      const once = await load(origin + path, headers, 1, 0.2)
      const file = join(folder, 'floor')
      // The same number of bytes on the way; what they say does not matter to a file server.
      writeFileSync(file, encoding === 'identity' ? body : Buffer.alloc(Math.max(1, once.bytes - 900), 'x'))
      const floor = await startFileServer(file)
      const ours: Load[] = []
      const theirs: Load[] = []
      for (let round = 0; round < rounds; round++) {
        ours.push(await load(origin + path, headers, connections, seconds))
        theirs.push(await load(floor, headers, connections, seconds))
      }
      children.pop()?.kill()
      const [own, bare] = [middle(ours, (one) => one.perSecond), middle(theirs, (one) => one.perSecond)]
      line([
        path,
        encoding,
        once.bytes,
        Math.round(own),
        middle(ours, (one) => one.p99).toFixed(1),
        Math.round(bare),
        middle(theirs, (one) => one.p99).toFixed(1),
        `${(own / bare).toFixed(2)} ×`,
      ])
    }
  }
}

async function timings(): Promise<void> {
  line(['page', 'LCP ms', 'layout shift', 'TBT ms', 'bytes on the way', 'script bytes', 'HTML bytes'])
  const show = (name: string, one: Timings) =>
    line([name, Math.round(one.lcp), one.cls.toFixed(4), Math.round(one.tbt), one.transferred, one.script, one.html])
  for (const [name, html] of await floors()) {
    const file = join(folder, 'floor')
    writeFileSync(file, html)
    for (const one of (await browserTimings(await startFileServer(file), ['/'])).values()) show(name, one)
    children.pop()?.kill()
  }
  for (const [path, one] of await browserTimings(origin, slowPages)) show(path, one)
}

/** What the same browser takes at least: for a line of text, and for the text of a page with nothing that dresses it. */
async function floors(): Promise<[string, string][]> {
  const page = await (await fetch(origin + slowPages[0])).text()
  const bare = page.replaceAll(/<link\b[^>]*>/g, '').replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
  return [
    ['floor: one line of text', '<!doctype html><title>Floor</title><p>One line of text.</p>'],
    [`floor: the text of ${slowPages[0]}`, bare],
  ]
}

let origin = ''
try {
  const wanted = process.argv.slice(2)
  if (wanted.includes('--large')) await benchLarge(folder, line)
  else {
    site = await startSite(folder)
    origin = site.url
    if (!wanted.includes('--browser')) await requests()
    if (!wanted.includes('--requests')) await timings()
  }
} finally {
  for (const child of children) child.kill()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
}
