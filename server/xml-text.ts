import { escapeHtml } from './http/escape-html.ts'

/** Text inside an XML element or attribute; characters that no XML document may hold are left out. */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
}
