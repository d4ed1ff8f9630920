import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, root, say } from './steps.mjs'

// The pictures of the README, taken anew from a fresh demo: `npm run screenshots`.

process.chdir(root)
checkNode()
await ensureInstalled()
await ensureBuilt()

const folder = join(root, 'docs/images')
const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-screenshots-'))
mkdirSync(folder, { recursive: true })

const server = spawn(process.execPath, ['build/index.js'], {
  env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, DEMO: '1', PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })

try {
  const baseURL = await listening(server)
  const newPage = async () => {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 1280, height: 860 },
      deviceScaleFactor: 1.5,
    })
    return context.newPage()
  }
  const reader = await newPage()
  await reader.goto('/')
  await picture(reader, 'overview')
  await reader.goto('/strategies/open-source-maximalism')
  await picture(reader, 'strategy')

  const [noor, jonas] = await Promise.all([newPage(), newPage()])
  await signIn(noor, 'Noor Elbaz')
  await signIn(jonas, 'Jonas Wikander')

  await noor.goto('/drafts')
  await noor.getByRole('link', { name: 'Distributed builders' }).first().click()
  await noor.waitForURL(/\/drafts\/[a-z0-9]{20}$/)
  const draft = new URL(noor.url()).pathname
  await jonas.goto(draft)
  const section = (page) => page.locator('#section-falsification')
  await section(jonas).locator('[contenteditable="true"]').click()
  await jonas.keyboard.press('Control+End')
  await jonas.keyboard.type(' It must show in two independent counts.')
  await section(noor).getByText('Jonas Wikander is writing here').waitFor()
  await section(noor).scrollIntoViewIfNeeded()
  await noor.evaluate(() => document.querySelector('#section-falsification')?.scrollIntoView({ block: 'center' }))
  await picture(noor, 'draft')

  await noor.goto(`${draft}/threads`)
  await noor
    .getByRole('link', { name: /What would show that many builders/ })
    .first()
    .click()
  await noor.waitForURL(/\/threads\//)
  await picture(noor, 'hearing')

  await noor.goto('/ballots')
  await noor.locator('.ballot-list .card', { hasText: 'Rate limited AI' }).getByRole('link').click()
  await noor.waitForURL(/\/ballots\/[a-z0-9]{20}$/)
  await picture(noor, 'ballot')
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await once(server, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}

async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  say(`docs/images/${name}.png`)
}

async function signIn(page, name) {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue as ${name}` }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const match = output.match(/"port":(\d+)[^\n]*"msg":"listening"/)
      if (match) resolve(`http://127.0.0.1:${match[1]}`)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
  })
}
