#!/bin/sh
# A database and a user per service, as the local launcher makes them (Databases.java). PostgreSQL's image runs it once, when
# its folder is empty. Passwords come from the environment and stand on no command line.
set -eu

sql() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres "$@"
}

# account NAME: its password is in PASSWORD
account() {
  sql --set name="$1" <<'SQL'
\getenv password PASSWORD
CREATE ROLE :"name" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
SQL
}

# database NAME USER OWNER: nobody but its own users may connect
database() {
  sql --set name="$1" --set user="$2" --set owner="$3" <<'SQL'
CREATE DATABASE :"name" OWNER :"owner";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"name" TO :"user";
SQL
}

PASSWORD=$DB_PASSWORD_INTAKE account intake
PASSWORD=$DB_PASSWORD_INVESTIGATION account investigation
PASSWORD=$DB_PASSWORD_BREACH account breach
PASSWORD=$DB_PASSWORD_NOTIFICATION account notification
PASSWORD=$DB_PASSWORD_AUDIT account audit
PASSWORD=$DB_PASSWORD_AUDIT_OWNER account audit_owner
PASSWORD=$DB_PASSWORD_KEYCLOAK account keycloak

for service in intake investigation breach notification keycloak; do
  database "$service" "$service" "$service"
done

# The trail belongs to a role that cannot log in; who migrates acts for it, and who writes may only add.
database audit audit audit_owner
sql <<'SQL'
CREATE ROLE audit_keeper NOLOGIN;
GRANT audit_keeper TO audit_owner;
SQL
