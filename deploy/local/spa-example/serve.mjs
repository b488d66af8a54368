// Serves dist on this machine and tells the page where the API and the identity provider are.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const port = Number(process.env.PORT ?? 8090)
const api = process.env.CANDOR_URL ?? 'http://localhost:8080'
const issuer = process.env.CANDOR_ISSUER ?? 'http://localhost:8180/realms/candor'
const root = join(import.meta.dirname, 'dist')
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'self'; connect-src 'self' ${new URL(api).origin} ${new URL(issuer).origin};`
    + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

createServer(async (request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname)
  try {
    if (path === '/config.json') {
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ api, issuer, client: 'candor-spa' }))
      return
    }
    const file = path === '/' ? '/index.html' : path
    const body = await readFile(join(root, file))
    response.writeHead(200, { ...headers, 'Content-Type': `${types[extname(file)] ?? 'text/plain'}; charset=utf-8` })
    response.end(body)
  } catch {
    response.writeHead(404, headers).end()
  }
}).listen(port, 'localhost', () => console.log(`http://localhost:${port}/`))
