import type { QrPath } from '#server/views/qr-path.ts'

/** A QR code with its quiet zone, dark on light in both themes: cameras need it so. */
export function Qr({ qr, label }: { qr: QrPath; label: string }) {
  const all = qr.size + 8
  return (
    <svg className="qr" viewBox={`-4 -4 ${all} ${all}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x="-4" y="-4" width={all} height={all} fill="#ffffff" />
      <path d={qr.path} fill="#000000" />
    </svg>
  )
}
