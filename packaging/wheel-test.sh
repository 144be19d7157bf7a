#!/bin/sh
# Installs the newest wheel of dist/ into a clean environment outside the checkout and makes the sample's papers there.
set -eu

python="$1"
wheel=$(ls -t "$PWD"/dist/*.whl | head -n 1)
constraints="$PWD/constraints.txt"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cd "$place"
"$python" -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint "$constraints" "$wheel"
venv/bin/forumplanner --language zh-Hans sample sample.forumplanner
venv/bin/forumplanner --language zh-Hans export sample.forumplanner agenda --out agenda.pdf
venv/bin/forumplanner --language zh-Hans export sample.forumplanner badges --out badges.pdf
venv/bin/forumplanner --language zh-Hans export sample.forumplanner calendar --out calendar
venv/bin/forumplanner --language zh-Hans template template.xlsx
pdftotext agenda.pdf - | grep -q 开幕式
ls -l agenda.pdf badges.pdf template.xlsx
ls calendar | wc -l
echo "The wheel works outside the checkout."
