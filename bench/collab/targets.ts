import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wait } from './room-load.ts'
import type { World } from './world.ts'

export const targetNames = ['wsfloor', 'wsbatch', 'folkmoot'] as const
export type TargetName = (typeof targetNames)[number]

export interface Target {
  name: TargetName
  pid: number
  port: number
  dataDir: string
  /** Address of a draft's socket for a person of the world. */
  path(draft: number, person: number): string
  alive(): boolean
  /** Ends it as an operator would, and keeps its data. */
  end(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

export interface TargetOptions {
  /** The data that the server starts on; a copy is made. A new one of the world's if left out. */
  dataDir?: string
  /** No limits of rate per socket: five writers stand for many more (see `wide-server.ts`). */
  wide?: boolean
  /** What a relay answers to a newcomer. */
  state?: Uint8Array
  /** Writes a processor profile into this folder when the server stops. */
  profile?: string | undefined
}

const canPin = spawnSync('taskset', ['-V']).status === 0

/** The server and the load each get a core of their own where the machine can do that. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', '1', String(process.pid)])
}

export async function startTarget(name: TargetName, world: World, options: TargetOptions = {}): Promise<Target> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-bench-'))
  const command = [
    ...(canPin ? ['taskset', '-c', '0'] : []),
    process.execPath,
    ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []),
    ...(name === 'folkmoot' ? server(options) : relay(name, port, folder, options)),
  ]
  if (name === 'folkmoot') {
    cpSync(options.dataDir ?? world.dataDir, folder, { recursive: true })
    // Else the first commits wait until the copy has reached the disk.
    spawnSync('sync')
  }
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: world.root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'fatal',
      DEMO: '0',
    },
  })
  const target: Target = {
    name,
    pid: child.pid ?? 0,
    port,
    dataDir: folder,
    path: (draft, person) => `/collab/${world.drafts[draft]}?token=${world.tokens[person]}`,
    alive: () => child.exitCode === null && child.signalCode === null,
    end: () => end(child),
    async stop() {
      await end(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await untilUp(target)
  return target
}

function server({ wide }: TargetOptions): string[] {
  return [wide ? 'build/wide-server.js' : 'build/index.js']
}

function relay(name: TargetName, port: number, folder: string, { state }: TargetOptions): string[] {
  const file = join(folder, 'state')
  if (state) writeFileSync(file, state)
  return ['bench/collab/relay.mjs', name, String(port), ...(state ? [file] : [])]
}

async function untilUp({ port, alive, name }: Target): Promise<void> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (!alive()) break
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(20)
  }
  throw new Error(`${name} did not start`)
}

/** A relay keeps nothing and may be ended at once, but a profile is only written on an orderly end. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
