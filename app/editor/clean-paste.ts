import type { LexicalEditor } from 'lexical'
import { COMMAND_PRIORITY_CRITICAL, PASTE_COMMAND } from 'lexical'

const lexicalType = 'application/x-lexical-editor'

/**
 * Word processors say bold, italic and struck through in `style` attributes, which our content policy refuses to
 * read. Turns them into elements and drops the rest, before any document is made of it.
 */
export function cleanHtml(html: string): string {
  const inert = html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'))
  const { body } = new DOMParser().parseFromString(inert, 'text/html')
  for (const element of body.querySelectorAll('[data-style]')) {
    const style = element.getAttribute('data-style') ?? ''
    element.removeAttribute('data-style')
    // Some wrap everything in a bold element that is not bold.
    if (element.matches('b, strong') && /font-weight:\s*(normal|400)/.test(style)) {
      element.replaceWith(...element.childNodes)
    } else if (element.matches('span, a')) {
      if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wrapInside(element, 'strong')
      if (/font-style:\s*italic/.test(style)) wrapInside(element, 'em')
      if (/text-decoration[^;]*line-through/.test(style)) wrapInside(element, 's')
    }
  }
  return new XMLSerializer().serializeToString(body)
}

function wrapInside(element: Element, tag: 'strong' | 'em' | 's'): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

/** Hands the editor cleaned HTML when something is pasted from elsewhere. @returns a function that stops it. */
export function cleanPaste(editor: LexicalEditor): () => void {
  const cleaned = new WeakSet<object>()
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      if (!(event instanceof ClipboardEvent) || cleaned.has(event)) return false
      const from = event.clipboardData
      const html = from?.getData('text/html') ?? ''
      if (!from || html === '' || from.types.includes(lexicalType)) return false
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', from.getData('text/plain'))
      clipboardData.setData('text/html', cleanHtml(html))
      const again = new ClipboardEvent('paste', { clipboardData, cancelable: true })
      cleaned.add(again)
      event.preventDefault()
      return editor.dispatchCommand(PASTE_COMMAND, again)
    },
    COMMAND_PRIORITY_CRITICAL,
  )
}
