import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '../../server/env.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-env-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the environment', () => {
  it('needs nothing but a folder, and remembers the secret it made', () => {
    const first = readEnv({ DATA_DIR: dataDir })
    expect(first).toMatchObject({ port: 3000, host: '0.0.0.0', demo: false, mode: 'production' })
    expect(first.sessionSecret).toHaveLength(64)
    expect(readEnv({ DATA_DIR: dataDir }).sessionSecret).toBe(first.sessionSecret)
    expect(statSync(join(dataDir, 'session-secret')).mode & 0o077).toBe(0)
  })

  it('keeps the choice of demo mode, which listens on this machine only', () => {
    expect(readEnv({ DATA_DIR: dataDir, DEMO: '1' })).toMatchObject({ demo: true, host: '127.0.0.1' })
    expect(readEnv({ DATA_DIR: dataDir })).toMatchObject({ demo: true })
    expect(readEnv({ DATA_DIR: dataDir, HOST: '0.0.0.0' })).toMatchObject({ demo: true, host: '0.0.0.0' })
    expect(readEnv({ DATA_DIR: dataDir, DEMO: '0' })).toMatchObject({ demo: false })
    expect(readFileSync(join(dataDir, 'demo'), 'utf8')).toBe('0')
  })

  it('treats empty values as absent, so that an example file works unchanged', () => {
    expect(readEnv({ DATA_DIR: dataDir, PORT: '', SMTP_URL: '', DEMO: '' })).toMatchObject({ port: 3000, demo: false })
    expect(existsSync(join(dataDir, 'demo'))).toBe(false)
  })

  it('names every wrong variable at once', () => {
    const read = () => readEnv({ DATA_DIR: dataDir, PORT: 'many', SESSION_SECRET: 'short', PUBLIC_URL: 'ftp://x' })
    expect(read).toThrow(/PORT.*PUBLIC_URL.*SESSION_SECRET/s)
  })
})
