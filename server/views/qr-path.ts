import { encode } from 'uqr'

export interface QrPath {
  /** Modules on each side. */
  size: number
  /** The dark modules, as the path of a picture of that size. */
  path: string
}

/** A QR code as a path: the page draws it, no picture is made. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
