// Makes the matrix one stop for the Tab key: arrow keys, Home, End, Page Up and Page Down move inside it. Without this
// script every cell is a plain link. Loaded by itself, so that readers without an account get it too.

const far = 10

/** @param {HTMLTableElement} table */
function makeGrid(table) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains('g'))
  const cells = rows.map((row) => [...row.cells])
  table.setAttribute('role', 'grid')
  for (const link of table.querySelectorAll('a')) link.tabIndex = -1
  for (const row of cells) for (const cell of row) if (cell.tagName === 'TD') cell.setAttribute('role', 'gridcell')

  const focusable = (/** @type {HTMLElement} */ cell) => cell.querySelector('a') ?? cell
  const current = table.querySelector('td a[aria-current]')?.closest('td')
  let at = { row: 0, column: 1 }
  for (const [row, line] of cells.entries()) {
    const column = current instanceof HTMLTableCellElement ? line.indexOf(current) : -1
    if (column > -1) at = { row, column }
  }
  focusable(cells[at.row][at.column]).tabIndex = 0

  const moveTo = (/** @type {number} */ row, /** @type {number} */ column, focus = true) => {
    const line = cells[Math.max(0, Math.min(row, cells.length - 1))]
    const next = Math.max(0, Math.min(column, line.length - 1))
    focusable(cells[at.row][at.column]).tabIndex = -1
    at = { row: cells.indexOf(line), column: next }
    const target = focusable(line[next])
    target.tabIndex = 0
    if (focus) target.focus()
  }

  table.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey) return
    const { row, column } = at
    const last = cells[row].length - 1
    const moves = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      PageUp: [row - far, column],
      PageDown: [row + far, column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [cells.length - 1, last] : [row, last],
    }
    const move = Object.hasOwn(moves, event.key) ? moves[/** @type {keyof typeof moves} */ (event.key)] : null
    if (!move) return
    event.preventDefault()
    moveTo(move[0], move[1])
  })
  table.addEventListener('focusin', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null
    const row = cells.findIndex((line) => line.includes(/** @type {HTMLTableCellElement} */ (cell)))
    if (row > -1) moveTo(row, cells[row].indexOf(/** @type {HTMLTableCellElement} */ (cell)), false)
  })
}

function start() {
  for (const table of document.querySelectorAll('table[data-grid]')) {
    if (table instanceof HTMLTableElement) makeGrid(table)
  }
}

// After the page's own scripts, which compare what they find with what the server sent.
if (document.readyState === 'complete') start()
else addEventListener('load', start)
