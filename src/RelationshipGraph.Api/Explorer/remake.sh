#!/usr/bin/env bash
# Remakes the files of others that the query page is made of, from the packages of npm, and says whether they are what is
# committed. Needs npm. To move to another version: change it here, run, look at the page, commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/assets"

graphiql=3.9.0
react=18.3.1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for package in "graphiql@$graphiql" "react@$react" "react-dom@$react"; do
  archive=$(npm pack --silent --pack-destination "$work" "$package")
  name=${package%@*}
  mkdir "$work/$name"
  tar -xzf "$work/$archive" -C "$work/$name" --strip-components 1
  cp "$work/$name/LICENSE" "$name.LICENSE.txt"
done

cp "$work/graphiql/graphiql.min.js" "$work/graphiql/graphiql.min.css" .
cp "$work/react/umd/react.production.min.js" "$work/react-dom/umd/react-dom.production.min.js" .
chmod 644 ./*

if [[ ${1:-} == --write ]]; then
  sha256sum -- *.js *.css *.txt > sha256sums
fi

sha256sum --check --quiet sha256sums && echo "The files are those of graphiql $graphiql and react $react."
