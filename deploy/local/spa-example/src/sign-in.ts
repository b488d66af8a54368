/** Authorization code with PKCE (RFC 7636). The token stays in memory: a reload signs in again without a password. */
export interface Provider {
  issuer: string
  client: string
}

interface Tokens {
  access_token: string
}

const VERIFIER = 'candor.verifier'
const STATE = 'candor.state'

function here(): string {
  return location.origin + location.pathname
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

export async function signIn(provider: Provider): Promise<void> {
  const verifier = random()
  const state = random()
  sessionStorage.setItem(VERIFIER, verifier)
  sessionStorage.setItem(STATE, state)
  const challenge = base64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  )
  const question = new URLSearchParams({
    client_id: provider.client,
    redirect_uri: here(),
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  location.assign(`${provider.issuer}/protocol/openid-connect/auth?${question}`)
}

/** The token, when the page was opened by the provider's answer; undefined otherwise. */
export async function answered(provider: Provider): Promise<string | undefined> {
  const answer = new URLSearchParams(location.search)
  const code = answer.get('code')
  const verifier = sessionStorage.getItem(VERIFIER)
  const ours = answer.get('state') === sessionStorage.getItem(STATE)
  if (code === null || verifier === null || !ours) {
    return undefined
  }
  sessionStorage.clear()
  history.replaceState(null, '', here())
  const response = await fetch(`${provider.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: provider.client,
      redirect_uri: here(),
      code,
      code_verifier: verifier,
    }),
  })
  return response.ok ? ((await response.json()) as Tokens).access_token : undefined
}
