#!/bin/sh
# The namespace, with what is closed kept for a year, and what lists are filtered by. May be run again at any time.
set -eu
namespace="${TEMPORAL_NAMESPACE:-default}"
operator() { temporal operator "$@" --address "$TEMPORAL_ADDRESS"; }
attributes() { operator search-attribute list -n "$namespace"; }

until operator cluster health; do sleep 1; done
operator namespace describe -n "$namespace" > /dev/null || operator namespace create -n "$namespace" --retention 8760h
# A new namespace is known to all of the server after ten seconds or so.
until attributes > /dev/null; do sleep 2; done
for name in Process Run Period; do
  attributes | grep -qw "$name" || operator search-attribute create -n "$namespace" --name "$name" --type Keyword
done
echo "Namespace $namespace is ready."
