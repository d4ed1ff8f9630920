import { useEffect, useRef, useState } from 'react'
import { Prose } from '#app/components/prose.tsx'
import type { Block } from '#domain/prose/tree.ts'
import type { ProjectorView } from '#server/views/workshop-live.ts'

/** What was written just now stays marked for so long. */
const freshMs = 6_000

/** The text at the place the room works on, as it changes: what was written just now is marked and brought into view. */
export function WallText({ view }: { view: ProjectorView }) {
  const { text, draft, room } = view
  const blocks: readonly Block[] =
    typeof text === 'string' && text !== '' ? [plain(text)] : Array.isArray(text) ? text : []
  const fresh = useFresh(blocks)
  const last = useRef<HTMLDivElement>(null)
  const written = [...fresh].join('\n')
  useEffect(() => {
    const block = last.current
    // A small picture of the wall must not move the page that it stands on.
    if (written !== '' && block?.closest('[inert]') === null) block.scrollIntoView({ block: 'center' })
  }, [written])
  return (
    <div className="wall-text">
      <p className="wall-phase">{[room.present?.title, draft].filter(Boolean).join(' · ')}</p>
      <h1 className={blocks.length === 0 ? undefined : 'visually-hidden'}>
        {blocks.length === 0 ? 'Nothing is written there yet' : 'The text as it stands'}
      </h1>
      {keyed(blocks).map(({ key, block }) => {
        const isFresh = fresh.has(JSON.stringify(block))
        return (
          <div key={key} className={isFresh ? 'wall-fresh' : undefined} ref={isFresh ? last : undefined}>
            <Prose blocks={[block]} />
          </div>
        )
      })}
    </div>
  )
}

const plain = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] })

/** Blocks have no identity but their place. */
const keyed = (blocks: readonly Block[]) => blocks.map((block, i) => ({ key: i, block }))

/** The blocks that were not there before, as text, until the mark fades. Nothing is fresh when the page opens. */
function useFresh(blocks: readonly Block[]): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const known = useRef<ReadonlySet<string> | null>(null)
  const written = JSON.stringify(blocks)
  useEffect(() => {
    const present = new Set((JSON.parse(written) as Block[]).map((block) => JSON.stringify(block)))
    const before = known.current
    known.current = present
    if (before === null) return
    const added = [...present].filter((block) => !before.has(block))
    if (added.length === 0) return
    setFresh(new Set(added))
    const fading = setTimeout(() => setFresh(new Set()), freshMs)
    return () => clearTimeout(fading)
  }, [written])
  return fresh
}
