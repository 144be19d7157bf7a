#!/bin/sh
# Installs on Debian and Ubuntu what some tests talk to: mail servers, and a second reader of calendars. Never fails:
# what is not to be had is said, and the tests that need it say so and are skipped.
set -u

[ "$(uname -s)" = Linux ] || exit 0

missing=""
[ -x /usr/sbin/postfix ] || missing="$missing postfix"
[ -x /usr/sbin/dovecot ] || missing="$missing dovecot-imapd"
/sbin/ldconfig -p | grep -q "libical.so.3 " || missing="$missing libical3"

[ -n "$missing" ] || exit 0

say() {
    echo "$1, so tests that need them will be SKIPPED:$missing" >&2
    exit 0
}
command -v apt-get >/dev/null 2>&1 || say "These counterparts of tests are not installed"
[ "$(id -u)" -eq 0 ] || say "Only root can install these counterparts of tests"
# Where services are managed, the package would start a mail server with this computer: nobody asked for that.
[ ! -d /run/systemd/system ] || say "These counterparts of tests are left for you to install"

echo "Installing counterparts of tests:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 - one word a package
install() { apt-get install -qq -y --no-install-recommends $missing >/dev/null 2>&1; }
install || { apt-get update -qq >/dev/null 2>&1; install; } || say "These counterparts of tests are not to be had"
