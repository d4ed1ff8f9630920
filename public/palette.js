// The palette: Ctrl K (or /) from any page, search as one types, arrows and Enter. Without this script the link in
// the header leads to the search page. It builds its elements itself and never writes HTML.
const offKey = 'folkmoot-slash-off'
let dialog
let input
let list
let status
let latest = 0
let active = -1

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

function build() {
  input = make('input', {
    type: 'search',
    id: 'palette-input',
    role: 'combobox',
    'aria-label': 'Search the atlas and its threads',
    'aria-expanded': 'false',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Search strategies, people, threads …',
  })
  list = make('div', { id: 'palette-list', role: 'listbox', 'aria-label': 'Results' })
  status = make('p', { class: 'palette-status', role: 'status' })
  const slash = make('button', { type: 'button', class: 'button button-quiet button-small' })
  const close = make('button', { type: 'button', class: 'button button-quiet button-small' }, 'Close')
  const say = () => {
    slash.textContent = localStorage.getItem(offKey) ? 'Turn the / key on' : 'Turn the / key off'
  }
  slash.addEventListener('click', () => {
    if (localStorage.getItem(offKey)) localStorage.removeItem(offKey)
    else localStorage.setItem(offKey, '1')
    say()
  })
  say()
  close.addEventListener('click', () => dialog.close())
  dialog = make(
    'dialog',
    { class: 'palette', 'aria-label': 'Search' },
    make('div', { class: 'palette-head' }, input),
    list,
    make('div', { class: 'palette-foot' }, status, slash, close),
  )
  document.body.append(dialog)
  let wait
  input.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(look, 120)
  })
  input.addEventListener('keydown', steer)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
}

function options() {
  return [...list.querySelectorAll('[role=option]')]
}

function choose(next) {
  const all = options()
  all[active]?.setAttribute('aria-selected', 'false')
  active = all.length === 0 ? -1 : (next + all.length) % all.length
  const chosen = all[active]
  if (chosen) {
    chosen.setAttribute('aria-selected', 'true')
    chosen.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', chosen.id)
  } else input.removeAttribute('aria-activedescendant')
}

function steer(event) {
  if (event.isComposing) return
  if (event.key === 'ArrowDown') choose(active + 1)
  else if (event.key === 'ArrowUp') choose(active - 1)
  else if (event.key === 'Enter') {
    const chosen = options()[active]
    if (input.value.trim() === '') return
    location.assign(chosen ? chosen.dataset.href : `/search?q=${encodeURIComponent(input.value)}`)
    dialog.close()
  } else return
  event.preventDefault()
}

function pieces(parts) {
  return parts.map(({ text, hit }) => (hit ? make('mark', {}, text) : text))
}

async function look() {
  const q = input.value
  latest += 1
  const mine = latest
  if (q.trim() === '') return show({ groups: [] }, '')
  try {
    const answer = await fetch(`/search.json?q=${encodeURIComponent(q.slice(0, 200))}`)
    if (!answer.ok) throw new Error(String(answer.status))
    const found = await answer.json()
    if (mine === latest) show(found, said(found, q))
  } catch {
    if (mine === latest) show({ groups: [] }, 'Not reachable at the moment. Enter opens the search page.')
  }
}

function said({ total, instead, nearest }, q) {
  if (total > 0) return `${total} ${total === 1 ? 'result' : 'results'}${instead ? ` for “${instead}”` : ''}`
  return nearest.length > 0 ? `Nothing says “${q}”. Spelled alike:` : `Nothing published says “${q}”.`
}

function show({ groups, nearest = [] }, words) {
  // A later answer does not take the choice away while what was chosen is in it.
  const before = options()[active]?.dataset.href
  active = -1
  let n = 0
  const near = nearest.map(({ title, kind, href }) => ({
    href,
    where: kind,
    title: [{ text: title }],
    passage: [],
  }))
  const all = near.length > 0 ? [{ id: 'near', label: 'Spelled alike', shown: near }] : groups
  list.replaceChildren(
    ...all.map(({ id, label, shown }) =>
      make(
        'div',
        { role: 'group', 'aria-labelledby': `palette-${id}` },
        make('p', { class: 'palette-label', id: `palette-${id}` }, label),
        ...shown.map(({ href, title, where, passage }) => {
          n += 1
          const option = make(
            'a',
            {
              role: 'option',
              id: `palette-option-${n}`,
              href,
              tabindex: '-1',
              'aria-selected': 'false',
              'data-href': href,
            },
            make('span', { class: 'palette-title' }, ...pieces(title)),
            ...(where ? [make('span', { class: 'search-where' }, where)] : []),
            make('span', { class: 'palette-passage' }, ...pieces(passage)),
          )
          option.addEventListener('click', () => dialog.close())
          return option
        }),
      ),
    ),
  )
  input.setAttribute('aria-expanded', String(n > 0))
  input.removeAttribute('aria-activedescendant')
  const still = before === undefined ? -1 : options().findIndex(({ dataset }) => dataset.href === before)
  if (still >= 0) choose(still)
  status.textContent = words
}

function open() {
  if (!dialog) build()
  if (!dialog.open) dialog.showModal()
  input.select()
}

function isTyping(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey) return
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
  const isOff = document.documentElement.dataset.shortcuts === 'off' || localStorage.getItem(offKey)
  if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target) && !isOff) {
    location.assign('/help/keyboard')
    return
  }
  if (event.shiftKey) return
  if (!isK && !(isSlash && !isOff)) return
  event.preventDefault()
  open()
})
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-palette]') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  open()
})
