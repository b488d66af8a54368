#!/bin/sh
# Changes a keyset in three steps. After each restart the service's replicas, one after another: no replica ever wraps with a key
# that another one does not know yet.
#   turn-keyset.sh add FILE       a new key is known
#   turn-keyset.sh promote FILE   the newest key wraps
#   turn-keyset.sh drop FILE ID   a key that wraps nothing any more, and that no back-up needs, is gone
set -eu
umask 077
file=$2

change() {
  jq -c "$@" "$file" >"$file.draft" || { rm "$file.draft" && exit 1; }
  chown --reference="$file" "$file.draft"
  chmod --reference="$file" "$file.draft"
  mv "$file.draft" "$file"
}

case $1 in
  add)
    id=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
    # An AES256_GCM key of Tink: the message's field 3 with 32 bytes. In a command line other users of the machine could read it.
    export VALUE
    VALUE=$({ printf '\032\040'; openssl rand 32; } | openssl base64 -A)
    change --argjson id "$id" '.key += [{
      keyData: {typeUrl: "type.googleapis.com/google.crypto.tink.AesGcmKey", value: $ENV.VALUE, keyMaterialType: "SYMMETRIC"},
      status: "ENABLED", keyId: $id, outputPrefixType: "TINK"}]'
    echo "$id"
    ;;
  promote)
    change '.primaryKeyId = .key[-1].keyId'
    ;;
  drop)
    change --argjson id "$3" 'if .primaryKeyId == $id then error("it is the key that wraps") else . end
      | if any(.key[]; .keyId == $id) then . else error("no key has this id") end
      | .key |= map(select(.keyId != $id))'
    ;;
  *)
    echo "turn-keyset.sh: $1 is neither add nor promote nor drop" >&2
    exit 2
    ;;
esac
