import type { ReactNode } from 'react'
import { Component } from 'react'
import { downloadCopy } from './download-copy.ts'
import type { EditorSession } from './session-types.ts'

interface EditorBoundaryProps {
  session: EditorSession
  children: ReactNode
}

/** Where an editor breaks, the document does not: the text can still be taken away, and the rest goes on. */
export class EditorBoundary extends Component<EditorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="notice notice-bad" role="alert">
        <p>
          <strong>This section could not be shown.</strong> What was written is kept in the draft.
        </p>
        <p className="actions">
          <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
            Try again
          </button>
          <button type="button" className="button" onClick={() => downloadCopy(this.props.session.content())}>
            Download a copy
          </button>
        </p>
      </div>
    )
  }
}
