import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'identity' | 'gzip' | 'br'

interface Form {
  body: Buffer
  /** Strong: names these bytes and no others. */
  etag: string
  /** Value of `Content-Encoding`; null where the bytes are the page itself. */
  encoding: 'gzip' | 'br' | null
}

/** A page as it is sent, in every form in which browsers take it. */
export interface KeptPage {
  forms: Readonly<Record<Encoding, Form>>
  /** Memory it takes. */
  bytes: number
}

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)

/** Compresses a page once for all who will ask for it. */
export async function keepPage(body: Buffer): Promise<KeptPage> {
  const [zipped, pressed] = await Promise.all([
    zip(body, { level: 9 }),
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  ])
  return {
    forms: {
      identity: form(body, null),
      gzip: form(zipped, 'gzip'),
      br: form(pressed, 'br'),
    },
    bytes: body.length + zipped.length + pressed.length,
  }
}

function form(body: Buffer, encoding: Form['encoding']): Form {
  return { body, encoding, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
}

/** The smallest form that an `Accept-Encoding` header takes; without one, the page itself. */
export function bestEncoding(header: string | string[] | undefined, page: KeptPage): Encoding {
  const taken = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
        const q = parameters.find((one) => one.startsWith('q='))
        return [name, q ? Number(q.slice(2)) : 1] as const
      }),
  )
  const takes = (name: string) => (taken.get(name) ?? taken.get('*') ?? 0) > 0
  const able = (['gzip', 'br'] as const).filter(takes)
  return able.reduce<Encoding>(
    (best, one) => (page.forms[one].body.length < page.forms[best].body.length ? one : best),
    'identity',
  )
}
