#!/bin/sh
# Draws what .env.example only names: passwords and client secrets into .env, keys into deploy/compose/secrets. What is there
# already is never drawn again: whoever loses the keys loses what the services have encrypted.
set -eu
umask 077
cd "$(dirname "$0")/../.."
env=${1:-.env}
keys=${2:-deploy/compose/secrets}

password() { openssl rand -base64 24 | tr '+/' '-_'; }

if [ ! -e "$env" ]; then
  while IFS= read -r line; do
    case $line in
      [A-Z]*=change-me*) echo "${line%%=*}=$(password)" ;;
      *) echo "$line" ;;
    esac
  done <.env.example >"$env.draft"
  mv "$env.draft" "$env"
  echo "drew $env"
fi

# Others cannot enter the folder; a container is shown single files, and its user must be able to read them.
mkdir -p "$keys"
chmod 700 "$keys"

# A cleartext Tink keyset (JSON, AES256_GCM): the key's message is field 3 with 32 bytes.
keyset() {
  id=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
  value=$({ printf '\032\040'; openssl rand 32; } | openssl base64 -A)
  printf '{"primaryKeyId":%s,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s",' "$id" "$value"
  printf '"keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%s,"outputPrefixType":"TINK"}]}\n' "$id"
}

# once FILE COMMAND…: whole or not at all
once() {
  file=$keys/$1
  shift
  [ ! -e "$file" ] || return 0
  "$@" >"$file.draft"
  chmod 444 "$file.draft"
  mv "$file.draft" "$file"
  echo "drew $file"
}

for service in intake investigation breach notification audit; do
  once "$service.keyset.json" keyset
done
once trail.pem openssl genpkey -algorithm ed25519
once trail.pub.pem openssl pkey -in "$keys/trail.pem" -pubout
