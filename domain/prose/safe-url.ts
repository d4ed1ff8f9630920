/**
 * The one URL allow-list of the project: http, https and mailto, or a path on this site.
 * Everything that turns a person's text into a link calls it.
 *
 * @returns the normalised address, or null when it must not become a link.
 */
export function safeUrl(input: string): string | null {
  const text = input.trim()
  if (text === '' || text.length > 2000 || /[\u0000-\u001f\u007f\\\s]/.test(text)) return null
  if (text.startsWith('/')) return text.startsWith('//') ? null : text
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:' && url.protocol !== 'mailto:') return null
  if (url.username !== '' || url.password !== '') return null
  return url.href
}
