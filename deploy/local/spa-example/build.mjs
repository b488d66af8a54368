// Puts the page and the one library beside the compiled modules: no bundler is needed for so little.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'

cpSync('public', 'dist', { recursive: true })
cpSync('node_modules/openapi-fetch/dist/index.mjs', 'dist/openapi-fetch.js')
writeFileSync('dist/api.js', readFileSync('dist/api.js', 'utf8').replace("'openapi-fetch'", "'./openapi-fetch.js'"))
