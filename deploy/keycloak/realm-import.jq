# The realm for the Keycloak operator, without what is for demos only: jq -f realm-import.jq candor-realm.json | kubectl create -n candor -f -
# Clients' secrets are read from the secrets of the services.
def service: ["intake", "investigation", "breach", "notification"];
{
  apiVersion: "k8s.keycloak.org/v2alpha1",
  kind: "KeycloakRealmImport",
  metadata: {name: "candor"},
  spec: {
    keycloakCRName: "keycloak",
    placeholders: (service | map({key: ("CANDOR_CLIENT_SECRET_" + ascii_upcase), value: {secret: {name: ., key: "client-secret"}}}) | from_entries),
    realm: (
      .clients |= map(select(.clientId != "candor-demo"))
      | .users |= map(select(.serviceAccountClientId))
      # No default: a placeholder that nobody fills must not become a secret.
      | (.clients[] | select(.secret) | .secret) |= sub(":[^}]*"; "")
    )
  }
}
