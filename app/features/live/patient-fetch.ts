/** What a form answers that could not be sent: a refusal with what was typed, as an action gives it. */
const unsent = {
  code: 'unreachable',
  title: 'Not sent',
  detail: 'There is no network, or the site cannot be reached. What you wrote is still here: send it again then.',
  status: 503,
}

/** Statuses of a proxy whose server is away. */
const goneStatuses = [502, 504]
const longestWaitMs = 5_000

type Fetch = typeof fetch

interface Surroundings {
  /** Whether the browser knows that there is no network. */
  isOnline: () => boolean
  /** Resolves after so many milliseconds, or as soon as the network is back or the signal aborts. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  /** Told when a request begins to wait for the server (+1) and when it ends to (-1). */
  waiting: (change: 1 | -1) => void
}

/**
 * Page data that outlasts a network that is gone. Asking for data waits and tries again until it is there, so that the
 * page stays as it is instead of turning into an error; sending a form answers at once that it was not sent, with what
 * was typed. Other requests, and those nobody can call off, go through as they are.
 */
export function patientFetch(plain: Fetch, around: Surroundings): Fetch {
  return async (input, init) => {
    const signal = init?.signal
    if (!signal || !isPageData(input)) return plain(input, init)
    const form = init.method !== undefined && init.method.toUpperCase() !== 'GET'
    if (form) return plain(input, init).catch((error: unknown) => notSent(error, init.body))
    return untilReached(() => plain(input, init), signal, around)
  }
}

async function untilReached(
  ask: () => Promise<Response>,
  signal: AbortSignal,
  around: Surroundings,
): Promise<Response> {
  let waits = 0
  try {
    for (;;) {
      const answer = await ask().catch((error: unknown) => {
        if (isUnreached(error)) return null
        throw error
      })
      if (answer && !goneStatuses.includes(answer.status)) return answer
      if (waits === 0) around.waiting(1)
      waits += 1
      // Many come back at once when the network of a hall does: not all in the same moment.
      const wait = Math.min(longestWaitMs, 250 * 2 ** waits) * (0.5 + Math.random() / 2)
      await around.pause(around.isOnline() ? wait : longestWaitMs, signal)
      signal.throwIfAborted()
    }
  } finally {
    if (waits > 0) around.waiting(-1)
  }
}

function notSent(error: unknown, body: RequestInit['body']): Response {
  if (!isUnreached(error)) throw error
  const typed = body instanceof FormData || body instanceof URLSearchParams ? Object.fromEntries(body) : {}
  return Response.json({ refusal: unsent, typed }, { status: unsent.status, headers: { 'X-Remix-Response': 'yes' } })
}

/** Browsers say no more of a network that failed than that. */
const isUnreached = (error: unknown) => error instanceof TypeError

/** An address of this site may come without its origin. */
function isPageData(input: RequestInfo | URL): boolean {
  return new URL(input instanceof Request ? input.url : String(input), 'http://here').searchParams.has('_data')
}
