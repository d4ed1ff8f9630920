import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Loaded before the server (`node --import`): its clock is that of the machine, moved by what a file says, in
// milliseconds. Nothing of the product knows.
const file = join(process.env.DATA_DIR, 'clock-offset')
const real = Date.now.bind(Date)
let offset = 0

function look() {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0
  } catch {
    offset = 0
  }
}
look()
setInterval(look, 50).unref()
Date.now = () => real() + offset
