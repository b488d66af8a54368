# The realm for the Keycloak operator; $page is the address of the web application:
# jq --arg page https://app.example.org/ -f realm-import.jq candor-realm-production.json | kubectl create -n candor -f -
# Clients' secrets are read from the secrets of the services.
def service: ["intake", "investigation", "breach", "notification"];
def placeholder: "CANDOR_CLIENT_SECRET_" + ascii_upcase;
{
  apiVersion: "k8s.keycloak.org/v2alpha1",
  kind: "KeycloakRealmImport",
  metadata: {name: "candor"},
  spec: {
    keycloakCRName: "keycloak",
    placeholders: (service | map({key: placeholder, value: {secret: {name: ., key: "client-secret"}}}) | from_entries),
    realm: (
      (.clients[] | select(.serviceAccountsEnabled)) |= (.secret = "${" + (.clientId | ltrimstr("candor-") | placeholder) + "}")
      | (.clients[] | select(.clientId == "candor-spa")) |= (.redirectUris = [$page] | .attributes."post.logout.redirect.uris" = $page | .webOrigins = [$page | capture("^(?<origin>https?://[^/]+)").origin])
    )
  }
}
