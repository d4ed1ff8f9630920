/** A path as logs may say it: an invitation's address is a secret. */
export function loggedPath(path: string): string {
  return path.replace(/^\/i\/.+$/, '/i/…')
}
