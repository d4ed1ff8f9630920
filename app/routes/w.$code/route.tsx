import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import type { ClientActionFunctionArgs, ClientLoaderFunctionArgs } from '@remix-run/react'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { pressVote } from '#app/features/ballots/press-vote.ts'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { isVoteStep, ofVote } from '#app/features/ballots/vote-panel.tsx'
import { useKeptAnswer } from '#app/features/live/use-kept-answer.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { useAnswer } from '#app/features/threads/answer.ts'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { reasonKey } from '#app/features/threads/kept-text.ts'
import { askRoom, sentOnce } from '#app/features/workshops/ask-room.ts'
import { CodeForm } from '#app/features/workshops/code-form.tsx'
import { Door } from '#app/features/workshops/door.tsx'
import { Room } from '#app/features/workshops/room.tsx'
import { placeAddress, placeIn } from '#app/features/workshops/room-place.ts'
import { talkAct } from '#app/features/workshops/talk-act.ts'
import { roomKey } from '#app/features/workshops/task.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Workshop · Folkmoot' }]

export async function loader({ params, request, context: { services, viewer, visitor } }: LoaderFunctionArgs) {
  const code = params.code ?? ''
  const renewed = await services.renewedCode(viewer, code)
  if (renewed !== null) throw redirect(`/w/${renewed}`)
  const door = services.roomDoor(viewer, { code, address: visitor.address })
  return attempted(door, { code }, async (found) => {
    const account = viewer && viewer.role !== 'guest' ? viewer.name : null
    if (!viewer || !found.inside) return json({ door: found, account, room: null, text: null, said: null, actorId: '' })
    const { tab, draft } = placeIn(new URL(request.url).searchParams)
    const [room, text, said] = await Promise.all([
      services.roomPage(viewer, found.id),
      tab === 'text' ? services.roomText(viewer, { workshopId: found.id, draftId: draft }) : null,
      tab === 'me' ? services.roomSaid(viewer, found.id) : null,
    ])
    return json({ door: found, account, room, text, said, actorId: viewer.actorId })
  })
}

export function clientLoader({ params, request, serverLoader }: ClientLoaderFunctionArgs) {
  const ask = () => serverLoader<typeof loader>()
  const { tab } = placeIn(new URL(request.url).searchParams)
  // These show more than the room does for all.
  return tab === 'text' || tab === 'me' ? ask() : askRoom(params.code ?? '', request.signal, ask)
}

export function clientAction({ request }: ClientActionFunctionArgs) {
  return sentOnce<Answer>(request, 'routes/w.$code')
}

export async function action(args: ActionFunctionArgs) {
  const { once, ...typed } = textFields(await args.request.formData())
  return args.context.services.onlyOnce(args.context.viewer, once, () => act(args, typed))
}

async function act({ params, context, request }: ActionFunctionArgs, typed: Record<string, string>): Promise<Response> {
  const { services, viewer, visitor } = context
  const code = params.code ?? ''
  const { intent, threadId = '', candidate = '', text = '', name = '' } = typed
  const here = `/w/${code}`
  // Who looks around stays where they are.
  const place = placeIn(new URL(request.url).searchParams)
  const back = (query = '') => {
    const to = placeAddress(code, place)
    return redirect(query === '' ? to : `${to}${to.includes('?') ? '&' : '?'}${query}`, 303)
  }
  if (intent === 'join') {
    return attempted(services.joinWorkshop(viewer, { code, name, visitor }), typed, ({ cookie }) =>
      redirect(here, { status: 303, headers: cookie === null ? {} : { 'Set-Cookie': cookie } }),
    )
  }
  if (intent === 'leave') {
    const left = services
      .roomDoor(viewer, { code, address: visitor.address })
      .then(({ id }) => services.leaveWorkshop(viewer, { workshopId: id, secure: visitor.secure }))
    return attempted(left, typed, ({ cookie }) =>
      redirect('/join', { status: 303, headers: cookie === null ? {} : { 'Set-Cookie': cookie } }),
    )
  }
  if (intent === 'rename') {
    return attempted(services.renameGuest(viewer, { name }), typed, () =>
      place.tab === 'me' ? back() : redirect(`${here}?tab=me`, 303),
    )
  }
  if (intent === 'room-propose') {
    return attempted(services.proposeCandidate(viewer, { threadId, text }), typed, ({ n }) => back(`sent=${n}`))
  }
  if (intent === 'room-reword') {
    return attempted(services.rewordCandidate(viewer, { threadId, candidate, text }), typed, () => back())
  }
  if (intent === 'room-withdraw') {
    return attempted(services.withdrawCandidate(viewer, { threadId, candidate }), typed, () => back())
  }
  if (intent === 'room-react') {
    const reaction = { threadId, candidate, stance: typed.stance ?? '', seen: typed.seen }
    return attempted(services.reactToCandidate(viewer, reaction), typed, () => json({ done: true }))
  }
  if (intent === 'advisory') {
    const { ballotId = '', stance = '' } = typed
    const said = services
      .roomDoor(viewer, { code, address: visitor.address })
      .then(({ id }) => services.giveAdvisory(viewer, { workshopId: id, ballotId, stance }))
    return attempted(said, typed, () => redirect(typed.back === 'vote' ? `${here}?tab=vote` : here, 303))
  }
  if (isVoteStep(intent)) return pressVote({ services, viewer, ballotId: typed.ballotId ?? '', typed })
  const talk = talkAct(intent, typed)
  if (talk) {
    const said = services
      .roomDoor(viewer, { code, address: visitor.address })
      .then(({ id }) => talk(services, viewer, id))
    return attempted(said, typed, () =>
      place.tab === 'task' && typed.back === 'discuss' ? redirect(`${here}?tab=discuss`, 303) : back(),
    )
  }
  if (intent === 'room-reason') {
    const reason = { threadId, candidate, text, type: typed.type === 'against' ? 'against' : 'for' }
    return attempted(services.postContribution(viewer, reason), typed, ({ id }) => back(`said=${candidate}-${id}`))
  }
  throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
}

function sendsVote(form: FormData): boolean {
  return isVoteStep(String(form.get('intent')))
}

export default function RoomRoute() {
  const data = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const given = useAnswer()
  // What went well says nothing.
  const answer = given?.refusal ? given : undefined
  const latest = useActionData<BallotAnswer | { done: true }>()
  const ballotId = 'room' in data ? (data.room?.ballot?.id ?? '') : ''
  // A vote on its way, and a receipt, outlast what else is pressed on the page.
  const [voted, putAside] = useKeptAnswer(ballotId, latest && 'done' in latest ? undefined : ofVote(latest), sendsVote)
  const place = placeIn(search)
  const threadId = 'room' in data ? data.room?.wordings?.threadId : undefined
  const actorId = 'actorId' in data ? data.actorId : ''
  const [n, said] = [search.get('sent'), search.get('said')]
  const sent = useMemo(() => sentPost({ actorId, threadId, n, said }), [actorId, threadId, n, said])
  if ('refusal' in data) {
    return (
      <div className="page page-narrow room-door">
        <h1>Join a workshop</h1>
        <CodeForm refusal={data.refusal} code={data.typed.code ?? ''} />
      </div>
    )
  }
  if (data.room === null) return <Door door={data.door} account={data.account} answer={answer} />
  return <Room {...data} room={data.room} place={place} {...{ sent, answer, voted, putAside }} />
}

/** What has just arrived, by the address that the form led to: a wording by its number, or a reason about one. */
function sentPost(named: {
  actorId: string
  threadId: string | undefined
  n: string | null
  said: string | null
}): SentPost | null {
  const { actorId, threadId, n, said } = named
  if (!threadId) return null
  const [, about, id] = /^(\d{1,6})-([a-z0-9]+)$/.exec(said ?? '') ?? []
  if (about && id) return { id: `room/${id}`, key: reasonKey(actorId, threadId, Number(about)) }
  return n ? { id: `room/${threadId}/${n}`, key: roomKey(actorId, threadId) } : null
}
