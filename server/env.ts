import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

const flag = z.enum(['0', '1']).optional()

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  DEMO: flag,
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag,
})

export interface Env {
  mode: 'development' | 'production' | 'test'
  port: number
  host: string
  dataDir: string
  databaseFile: string
  /** Origin under which people reach the site, without a trailing slash; undefined until it is known. */
  publicUrl: string | undefined
  sessionSecret: string
  /** Where mails are handed in; undefined: they are written into a folder. */
  smtpUrl: string | undefined
  /** The address that mails come from. */
  mailFrom: string
  demo: boolean
  metricsToken: string | undefined
  logLevel: string
  trustProxy: boolean
}

/**
 * Reads and checks the environment; the only file that looks at `process.env`. Creates `DATA_DIR`, and in it the
 * session secret and the remembered choice of demo mode.
 *
 * @throws Error with one readable line per wrong variable.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not right:\n${lines.join('\n')}\nSee .env.example.`)
  }
  const values = parsed.data
  const dataDir = resolve(values.DATA_DIR)
  mkdirSync(dataDir, { recursive: true })
  const demo = rememberDemo(dataDir, values.DEMO)
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir,
    databaseFile: join(dataDir, 'folkmoot.db'),
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    sessionSecret: values.SESSION_SECRET ?? rememberedSecret(dataDir),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `folkmoot@${new URL(values.PUBLIC_URL ?? 'http://localhost').hostname}`,
    demo,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY === '1',
  }
}

function rememberedSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function rememberDemo(dataDir: string, chosen: '0' | '1' | undefined): boolean {
  const file = join(dataDir, 'demo')
  if (chosen !== undefined) writeFileSync(file, chosen)
  return existsSync(file) && readFileSync(file, 'utf8').trim() === '1'
}
