#!/bin/sh
# Makes the secrets that docker-compose.yml mounts, each once: what is there stays as it is. Usage: docker/secrets.sh [folder]
set -eu
folder="${1:-$(dirname "$0")/../secrets}"
mkdir -p "$folder"
# The folder keeps other people of this machine out; in a container each file is mounted alone and read by a user without rights.
chmod 700 "$folder"
cd "$folder"
umask 022

random() { head -c "$1" /dev/urandom | od -An -tx1 | tr -d ' \n'; }
once() { [ -s "$1" ] || printf '%s' "$2" > "$1"; }

once secret "$(random 32)"
once admin_password "$(random 12)"
once admin_token "$(random 32)"
once metrics_token "$(random 32)"
once postgres_password "$(random 24)"
once mongodb_root_password "$(random 24)"
once mongodb_password "$(random 24)"
once mongodb_key "$(random 64)"
once mongodb_uri "mongodb://fourstroke:$(cat mongodb_password)@mongodb:27017/fourstroke?replicaSet=rs0&authSource=fourstroke&w=majority"
once smtp_url "smtp://mailpit:1025"
echo "The secrets are in $(pwd). The first password: $(pwd)/admin_password"
