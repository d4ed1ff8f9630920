import { useNavigate } from '@remix-run/react'
import type { MutableRefObject } from 'react'
import { useEffect } from 'react'
import { wordsAnchor } from '#domain/anchors/address.ts'
import type { Drawn } from './highlights.ts'
import { passagesAt } from './highlights.ts'

/** A press on marked words of a text that cannot be edited opens their thread; of several, the list of them. */
export function useWordsOpenThreads(drawn: MutableRefObject<readonly Drawn[]>): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const selection = document.getSelection()
      if (!(target instanceof Element) || !selection?.isCollapsed || !selection.anchorNode) return
      if (target.closest('a, button, [contenteditable="true"]') || !target.closest('[data-words]')) return
      const [first, another] = passagesAt(drawn.current, selection.anchorNode, selection.anchorOffset)
      if (!first) return
      if (another) document.getElementById(wordsAnchor(first.threadId))?.scrollIntoView({ block: 'center' })
      else navigate(`/threads/${first.threadId}`)
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [drawn, navigate])
}
