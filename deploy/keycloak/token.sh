#!/bin/sh
# Prints an access token of whoever signs in, for five minutes. Says which address to open in a private window, as the client
# candor-spa does, and reads at which address the browser stands afterwards.
#   CANDOR_OIDC_URL           the realm, as the services know it
#   CANDOR_SPA_REDIRECT_URI   the page, as the realm knows it
set -eu

url64() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}
verifier=$(openssl rand 32 | url64)
state=$(openssl rand 32 | url64)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | url64)
page=$(printf %s "$CANDOR_SPA_REDIRECT_URI" | jq -sRr @uri)
printf '%s&%s\n' "$CANDOR_OIDC_URL/protocol/openid-connect/auth?client_id=candor-spa&response_type=code&scope=openid" \
  "redirect_uri=$page&state=$state&code_challenge=$challenge&code_challenge_method=S256" >&2

read -r address
case $address in
  *"state=$state"*) ;;
  *)
    echo "token.sh: no answer to what was asked stands in this address" >&2
    exit 1
    ;;
esac
code=$(printf %s "$address" | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
# Nothing secret stands in a command line, where other users of the machine could read it.
answer=$(printf %s "grant_type=authorization_code&client_id=candor-spa&redirect_uri=$page&code=$code&code_verifier=$verifier" \
  | curl -sfS "$CANDOR_OIDC_URL/protocol/openid-connect/token" --data-binary @-)
printf %s "$answer" | jq -er .access_token
