/** A path as logs may say it: the end of an address that invites, or that ends mails, is a secret. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(i|unsubscribe)\/.+$/, '/$1/…')
}
