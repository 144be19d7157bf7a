#!/bin/sh
# Installs what Qt and the tests need from the system on Debian and Ubuntu; elsewhere says what is missing.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

missing=""
for pair in libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3 \
            libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0; do
    /sbin/ldconfig -p | grep -q "${pair%%:*} " || missing="$missing ${pair##*:}"
done
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
# A real window (not the offscreen one) needs the xcb set too.
if [ -n "${DISPLAY:-}" ]; then
    for pair in libxcb-cursor.so.0:libxcb-cursor0 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-icccm.so.4:libxcb-icccm4 \
                libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-render-util.so.0:libxcb-render-util0; do
        /sbin/ldconfig -p | grep -q "${pair%%:*} " || missing="$missing ${pair##*:}"
    done
fi
# Debian splits venv from python3.
"${PYTHON:-python3}" -c 'import venv, ensurepip' 2>/dev/null || missing="$missing python3-venv"

[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install these system packages first:$missing" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo"
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 - one word a package
$as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null 2>&1 || {
    $as_root apt-get update -qq
    $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
