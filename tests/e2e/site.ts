import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Site {
  url: string
  dataDir: string
  process: ChildProcess
  stop(): Promise<void>
}

/**
 * Starts the built server as a process of its own on a free port, and waits until it is ready.
 *
 * @param flags of Node itself, as for a profile.
 */
export async function startSite(
  dataDir: string,
  port = 0,
  build = 'build',
  flags: readonly string[] = [],
): Promise<Site> {
  const child = spawn(process.execPath, [...flags, `${build}/index.js`], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DEMO: '1',
      PORT: String(port),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await listening(child)
  return {
    url,
    dataDir,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      const match = output.match(/"port":(\d+)[^\n]*"msg":"listening"/)
      if (match) resolve(`http://127.0.0.1:${match[1]}`)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${output}`)))
  })
}
