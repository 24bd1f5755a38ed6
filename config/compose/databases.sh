#!/usr/bin/env bash
# Runs once, when the ledger's server is first started: a database and an account a role, neither able to read the other's.
set -euo pipefail

for role in ward bureau; do
    psql --username=postgres --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
        --set=role="$role" --set=password="$(cat "/run/secrets/$role-ledger")" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke all on database :"role" from public;
SQL
done
