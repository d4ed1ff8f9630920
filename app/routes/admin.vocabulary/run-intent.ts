import type { AppLoadContext } from '@remix-run/node'
import { json } from '@remix-run/node'

/** What a form about a word asks for. @returns the word, and which sentence the page shows afterwards. */
export async function runIntent(
  { services, viewer }: AppLoadContext,
  typed: Record<string, string>,
): Promise<{ id: string; done: string }> {
  const { intent = '', list = '', id = '', into = '' } = typed
  const word = { list, id, revision: Number(typed.revision) }
  switch (intent) {
    case 'reword':
      return { ...(await services.rewordInVocabulary(viewer, { ...typed, ...word })), done: 'reworded' }
    case 'add':
      return { ...(await services.addToVocabulary(viewer, { ...typed, list })), done: 'added' }
    case 'retire':
      return { ...(await services.retireFromVocabulary(viewer, word)), done: 'retired' }
    case 'up':
    case 'down':
      return {
        ...(await services.moveInVocabulary(viewer, { ...word, by: intent === 'up' ? -1 : 1 })),
        done: 'moved',
      }
    case 'merge-tag':
      return { ...(await services.mergeTagInto(viewer, { ...word, into })), done: 'merged' }
    case 'take-apart':
      return { ...(await services.takeMergedTagApart(viewer, word)), done: 'apart' }
    default:
      throw json({ detail: 'Use one of the forms of a word.' }, { status: 400 })
  }
}
