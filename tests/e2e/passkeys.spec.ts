import { expect, signIn, test } from './fixtures.ts'

/** Passkeys belong to an address: browsers know none of a bare number. */
const local = (url: string) => url.replace('127.0.0.1', 'localhost')

test('a passkey is made, named, used without an e-mail, and removed', async ({ site, browser }) => {
  const context = await browser.newContext({ baseURL: local(site.url) })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(page, 'reviewer')
  await page.goto('/account/security')
  await page.getByLabel('Name of a new passkey').fill('My laptop')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByText('The passkey is kept')).toBeVisible()
  await expect(page.getByText('not used yet')).toBeVisible()

  // On the same device, signed out: no e-mail, no password.
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?next=/account/security')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Sign-in and security' })).toBeVisible()
  await expect(page.getByText('My laptop', { exact: true })).toBeVisible()
  await expect(page.getByText('last used')).toBeVisible()

  await page.getByRole('button', { name: 'Remove the passkey My laptop' }).click()
  await expect(page.getByText('The passkey is removed')).toBeVisible()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname !== '/account')
  await page.goto('/sign-in')
  // A removed one lets nobody in, though the device still has it.
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('not known here', { timeout: 30_000 })
  await context.close()
})
