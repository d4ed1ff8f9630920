// Signing in with a passkey: asks the server for a challenge, the device for an answer, and sends that as a form.
// Signed-out pages carry no other script, so that this one stands alone.

const words = 'That did not work. Try again, or sign in otherwise.'

/** @param {string} text base64url */
function bytesOf(text) {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

/** @param {ArrayBuffer} buffer */
function textOf(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @param {PublicKeyCredential} key */
function answerOf(key) {
  const { clientDataJSON, authenticatorData, signature, userHandle } = /** @type {AuthenticatorAssertionResponse} */ (
    key.response
  )
  return {
    id: key.id,
    rawId: textOf(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: userHandle ? textOf(userHandle) : undefined,
    },
  }
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const url = '/sign-in/passkey?_data=routes%2Fsign-in_.passkey'
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ intent: 'begin' }) })
  const { options, refusal } = await answer.json()
  if (!options) throw new Error(refusal?.detail ?? words)
  const publicKey = { ...options, challenge: bytesOf(options.challenge), allowCredentials: [] }
  const key = await navigator.credentials.get({ publicKey })
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('answer'))
  field.value = JSON.stringify(answerOf(/** @type {PublicKeyCredential} */ (key)))
  form.submit()
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-passkey]'))) {
  if (!window.PublicKeyCredential) continue
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const says = /** @type {HTMLElement} */ (form.querySelector('[data-passkey-says]'))
    says.textContent = ''
    ask(form).catch((error) => {
      says.textContent = error instanceof DOMException ? words : error.message
    })
  })
}
