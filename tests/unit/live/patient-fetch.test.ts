import { expect, it } from 'vitest'
import { patientFetch } from '#app/features/live/patient-fetch.ts'

const address = 'http://localhost/w/ABC-4827?_data=routes%2Fw.%24code'

/** A network that fails so many times before it answers. */
function badNetwork(failures: number, fail: () => Response = () => never()) {
  let asked = 0
  const waiting: number[] = []
  const plain = async () => {
    asked += 1
    return asked <= failures ? fail() : Response.json({ asked })
  }
  const patient = patientFetch(plain as typeof fetch, {
    isOnline: () => true,
    pause: async () => {},
    waiting: (change) => waiting.push(change),
  })
  return { patient, waiting, asked: () => asked }
}

function never(): Response {
  throw new TypeError('Failed to fetch')
}

const init = () => ({ signal: new AbortController().signal })

it('asks for page data until the server is there, and says meanwhile that it waits', async () => {
  const { patient, waiting } = badNetwork(4)
  expect(await (await patient(address, init())).json()).toEqual({ asked: 5 })
  expect(waiting).toEqual([1, -1])
})

it('waits for a server behind its proxy too, and takes every other answer as it is', async () => {
  const gone = badNetwork(2, () => new Response('Bad gateway', { status: 502 }))
  expect((await gone.patient(address, init())).status).toBe(200)
  const refused = badNetwork(1, () => new Response('No', { status: 500 }))
  expect((await refused.patient(address, init())).status).toBe(500)
  expect(refused.waiting).toEqual([])
})

it('stops waiting when nobody wants the answer any more', async () => {
  const { patient, waiting } = badNetwork(100)
  const leaving = new AbortController()
  leaving.abort()
  await expect(patient(address, { signal: leaving.signal })).rejects.toThrow('abort')
  expect(waiting).toEqual([1, -1])
})

it('answers a form that cannot be sent with what was typed, and sends it once only', async () => {
  const { patient, asked } = badNetwork(100)
  const body = new URLSearchParams({ intent: 'room-propose', text: 'Words of mine.' })
  const answer = await patient(address, { ...init(), method: 'POST', body })
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    refusal: { code: 'unreachable' },
    typed: { intent: 'room-propose', text: 'Words of mine.' },
  })
  expect(asked()).toBe(1)
})

it('leaves all other requests alone', async () => {
  const { patient, asked } = badNetwork(100)
  await expect(patient('http://localhost/search.json?q=a', init())).rejects.toThrow('Failed to fetch')
  await expect(patient(address)).rejects.toThrow('Failed to fetch')
  expect(asked()).toBe(2)
})
