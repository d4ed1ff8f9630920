import type { MetaFunction } from '@remix-run/node'
import { HelpFrame } from '#app/features/help/help-frame.tsx'

export const meta: MetaFunction = () => [
  { title: 'Accessibility · Folkmoot' },
  { name: 'description', content: 'What works for whom, how it is tested, and what does not work yet.' },
]

export default function Accessibility() {
  return (
    <HelpFrame here="/accessibility" title="Accessibility">
      <div className="prose">
        <p>
          This site aims at WCAG 2.2, level AA. Every page is checked by axe in the light and the dark theme before a
          change is taken in, and walked with the keyboard alone.
        </p>
        <h2>What works</h2>
        <ul>
          <li>Everything that can be read can be read without scripts. Forms can be sent without them too.</li>
          <li>
            Everything works by <a href="/help/keyboard">keyboard</a>, with a visible focus. Single letters can be
            switched off.
          </li>
          <li>Every chart has a table with the same numbers. Colour never says something alone.</li>
          <li>Pages fit a screen 320 px wide and text enlarged to 200 %.</li>
          <li>Who asks their device for less motion, forced colours or a dark theme gets it.</li>
          <li>What happens while you look, such as a ballot that closes, is announced to screen readers.</li>
          <li>Nothing that you type is lost when a time runs out.</li>
        </ul>
        <h2>What does not work yet</h2>
        <ul>
          <li>The text editor has been tried with screen readers in browsers, not by people who rely on them.</li>
          <li>
            The map and the matrix are pictures and grids first; their tables are the better way for a screen reader.
          </li>
          <li>The interface is in English only.</li>
        </ul>
        <h2>When something is in your way</h2>
        <p>
          Tell whoever runs this site: what you wanted to do, where, and with what. It counts as a fault, and is mended
          before new things are built.
        </p>
      </div>
    </HelpFrame>
  )
}
