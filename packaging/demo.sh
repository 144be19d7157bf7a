#!/bin/sh
# Makes the sample forum and its papers in build/demo, then opens the window on it where there is a display.
set -eu

bin="$1"
out=build/demo
file="$out/sample.forumplanner"

rm -rf "$out"
mkdir -p "$out"
"$bin/forumplanner" sample "$file"
"$bin/forumplanner" export "$file" agenda --out "$out/agenda.pdf"
"$bin/forumplanner" export "$file" badges --out "$out/badges.pdf"
"$bin/forumplanner" export "$file" calendar --out "$out/calendar"
"$bin/forumplanner" export "$file" workbook --out "$out/workbook.xlsx"
"$bin/forumplanner" check "$file" || true # the sample has faults in it on purpose
echo
echo "Agenda, badges, calendar files and workbook are in $out."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$bin/forumplanner" "$file"
fi
echo "No display here: on a computer with one, \`make run\` opens the window."
