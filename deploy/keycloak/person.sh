#!/bin/sh
# Enters a person into the realm candor: person.sh ROLE USERNAME EMAIL [ENTITY…], where * is every legal entity. Prints a password that
# is good for the first sign-in only; there he sets his own and, where the role asks for it, his one-time code.
#   KEYCLOAK                  where Keycloak's administration answers, without a slash at its end
#   KEYCLOAK_ADMIN            its administrator, admin unless it is said; his password in KEYCLOAK_ADMIN_PASSWORD
set -eu
umask 077
role=$1 username=$2 email=$3
shift 3

secret=$(mktemp -d)
trap 'rm -rf "$secret"' EXIT

# Nothing secret stands in a command line, where other users of the machine could read it.
printf %s "$KEYCLOAK_ADMIN_PASSWORD" >"$secret/password"
curl -sf "$KEYCLOAK/realms/master/protocol/openid-connect/token" -d grant_type=password -d client_id=admin-cli \
  --data-urlencode "username=${KEYCLOAK_ADMIN:-admin}" --data-urlencode "password@$secret/password" >"$secret/answer"
jq -r '"Authorization: Bearer " + .access_token' "$secret/answer" >"$secret/token"

# Into a file, because behind a pipe its failure would end nothing.
ask() {
  curl -sfS -H "@$secret/token" -H 'Content-Type: application/json' "$@"
}
people=$KEYCLOAK/admin/realms/candor/users

ask "$KEYCLOAK/admin/realms/candor/roles/$role" >"$secret/answer"
jq '[{id, name}]' "$secret/answer" >"$secret/role"
openssl rand -base64 24 | tr '+/' '-_' >"$secret/first"
jq -n --arg username "$username" --arg email "$email" --rawfile first "$secret/first" \
  '{$username, $email, enabled: true, attributes: {entities: $ARGS.positional}, requiredActions: ["UPDATE_PASSWORD"],
    credentials: [{type: "password", value: ($first | rtrimstr("\n")), temporary: true}]}' \
  --args -- "$@" >"$secret/person"
ask "$people" --data-binary "@$secret/person"
ask --get "$people" --data-urlencode "username=$username" -d exact=true >"$secret/answer"
id=$(jq -r '.[0].id' "$secret/answer")
ask "$people/$id/role-mappings/realm" --data-binary "@$secret/role"
cat "$secret/first"
