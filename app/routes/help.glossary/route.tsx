import type { MetaFunction } from '@remix-run/node'
import { HelpFrame } from '#app/features/help/help-frame.tsx'
import { TermList } from '#app/features/help/term-list.tsx'
import { glossary } from '#domain/help/glossary.ts'

export const meta: MetaFunction = () => [
  { title: 'Glossary · Folkmoot' },
  { name: 'description', content: 'The words of the site, each with its one meaning.' },
]

export default function Glossary() {
  return (
    <HelpFrame here="/help/glossary" title="Glossary">
      <p className="why">One word for one thing, the same on every page.</p>
      <TermList terms={glossary} />
    </HelpFrame>
  )
}
