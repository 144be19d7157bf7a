"""Postfix and Dovecot as large mail services run them, as instances of our own on the loopback, in a scratch folder.

Nothing leaves the machine: what is not for one of the house's own domains comes back as undeliverable. Postfix starts
as root only; where root, one of both programs or Dovecot 2.3 is missing, `missing` says what.
"""

import contextlib
import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trustme

MAILBOXES = ("office@yunling.example", "siri@menam.example", "阮@menam.example")
PASSWORD = "right"  # noqa: S105 - of a server that lives as long as a test
_DOMAINS = "yunling.example menam.example"
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_POSTFIX, _DOVECOT = shutil.which("postfix", path=_PATH), shutil.which("dovecot", path=_PATH)
_SECONDS = 20


def missing() -> str:
    """What this machine lacks for a mail house; "" where it can have one."""
    if not _POSTFIX or not _DOVECOT:
        return "Postfix and Dovecot are not installed (packaging/linux/test-counterparts.sh)"
    if os.geteuid() != 0:
        return "only root can start Postfix"
    version = subprocess.run([_DOVECOT, "--version"], capture_output=True, text=True, check=False).stdout
    return "" if version.startswith("2.3.") else f"the settings of Dovecot {version.strip()} differ from those of 2.3"


@dataclass(frozen=True)
class House:
    """A running mail house: ports on "localhost", certificates by its own authority."""

    folder: Path
    submissions: int
    submission: int
    imaps: int

    def arrived(self, mailbox: str) -> list[bytes]:
        """The mails in a mailbox, oldest first, as they lie on the disk."""
        files = [*self._box(mailbox, "new"), *self._box(mailbox, "cur")]
        return [file.read_bytes() for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)]

    def unread(self, mailbox: str) -> int:
        """How many of them nobody has read."""
        seen = [file for file in self._box(mailbox, "cur") if "S" in file.name.rpartition(",")[2]]
        return len(self.arrived(mailbox)) - len(seen)

    def wait_for(self, mailbox: str, count: int) -> list[bytes]:
        """The same once so many have arrived, which is some milliseconds after Postfix took them."""
        until = time.monotonic() + _SECONDS
        while len(found := self.arrived(mailbox)) < count:
            assert time.monotonic() < until, self.log()
            time.sleep(0.02)
        return found

    def log(self) -> str:
        """What both servers wrote of late."""
        return "\n".join(file.read_text()[-3000:] for file in sorted(self.folder.glob("*.log")))

    def _box(self, mailbox: str, state: str) -> list[Path]:
        folder = self.folder / "mail" / _folder(mailbox) / state
        return list(folder.iterdir()) if folder.is_dir() else []


def _folder(mailbox: str) -> str:
    return mailbox.replace("@", "_at_").encode("ascii", "backslashreplace").decode().replace("\\", "")


@contextlib.contextmanager
def running(authority: trustme.CA) -> Iterator[House]:
    """The house while it runs; its servers are ended and its folder is removed at the end."""
    # Not in a folder of pytest's, which only its owner may enter; and short, for the names of sockets.
    folder = Path(tempfile.mkdtemp(prefix="mail-house-"))
    folder.chmod(0o755)
    with contextlib.ExitStack() as after:
        after.callback(shutil.rmtree, folder, ignore_errors=True)
        house = House(folder, *_free_ports(3))
        _write_certificate(folder, authority)
        postfix, dovecot = _write_postfix(house), _write_dovecot(house)
        for program, settings in ((_DOVECOT, dovecot), (_POSTFIX, postfix)):
            _run(house, str(program), "-c", str(settings), *(["start"] if program == _POSTFIX else []))
            after.callback(_run, house, str(program), "-c", str(settings), "abort" if program == _POSTFIX else "stop")
        for port in (house.submissions, house.submission, house.imaps):
            _wait_for_port(port, house)
        yield house


def _run(house: House, *command: str) -> None:
    with (house.folder / "starting.log").open("ab") as said:  # not a pipe: what goes on in the background holds it
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False, timeout=60)
    assert done.returncode == 0, house.log()


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _one in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def _wait_for_port(port: int, house: House) -> None:
    until = time.monotonic() + _SECONDS
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert time.monotonic() < until, house.log()
        time.sleep(0.02)


def _write_certificate(folder: Path, authority: trustme.CA) -> None:
    made = authority.issue_cert("localhost")
    made.private_key_pem.write_to_path(str(folder / "key.pem"))
    (folder / "certificate.pem").write_bytes(b"".join(blob.bytes() for blob in made.cert_chain_pems))
    (folder / "key.pem").chmod(0o600)


_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.yunling.example
mydestination =
alias_maps =
local_recipient_maps =
mynetworks =
local_transport = error:no mailbox here
default_transport = nowhere:
virtual_mailbox_domains = {domains}
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = texthash:{folder}/mailboxes
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_cert_file = {folder}/certificate.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {folder}/login
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = yes
smtpd_client_connection_rate_limit = 0
"""

_MASTER = """
127.0.0.1:{submissions} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{submission} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
error unix - - n - - error
nowhere unix - n n - - pipe user=nobody argv=/bin/false
retry unix - - n - - error
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
"""

_DOVECOT_SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
auth_username_format = %Lu
first_valid_uid = 1
mail_location = maildir:~
mailbox_list_index = no
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = passwd-file
  args = {folder}/users
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service auth {{
  unix_listener {folder}/login {{
    mode = 0666
  }}
}}
"""


def _write_postfix(house: House) -> Path:
    """Its settings, queue and the list of its mailboxes."""
    folder, owner = house.folder, pwd.getpwnam("nobody")
    settings = folder / "postfix"
    for one in (settings, folder / "queue", folder / "data", folder / "mail"):
        one.mkdir()
    os.chown(folder / "data", pwd.getpwnam("postfix").pw_uid, grp.getgrnam("postfix").gr_gid)
    os.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
    main = _MAIN.format(folder=folder, domains=_DOMAINS, uid=owner.pw_uid, gid=owner.pw_gid)
    (settings / "main.cf").write_text(main)
    (settings / "master.cf").write_text(_MASTER.format(submissions=house.submissions, submission=house.submission))
    (folder / "mailboxes").write_text("".join(f"{one} {_folder(one)}/\n" for one in MAILBOXES))
    return settings


def _write_dovecot(house: House) -> Path:
    """Its settings and users; a user is the part of the address before the @."""
    folder, owner = house.folder, pwd.getpwnam("nobody")
    users = [
        f"{name}:{{PLAIN}}{PASSWORD}:{owner.pw_uid}:{owner.pw_gid}::{folder}/mail/{_folder(one)}::\n"
        for one in MAILBOXES
        if (name := one.partition("@")[0]).isascii()
    ]
    (folder / "users").write_text("".join(users))
    (folder / "users").chmod(0o644)
    settings = folder / "dovecot.conf"
    settings.write_text(_DOVECOT_SETTINGS.format(folder=folder, imaps=house.imaps))
    return settings
