"""Reports of failed deliveries as mail servers write them (RFC 3464)."""


def report(message_id: str, mailbox: str, *, action: str = "failed", quoted: str = "message/rfc822") -> bytes:
    """A report about one mail to one address."""
    text = f"""From: MAILER-DAEMON@mx.example
To: office@yunling.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your mail could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {mailbox}
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 user
 unknown

--b
Content-Type: {quoted}

Message-ID: <{message_id}>
To: {mailbox}
Subject: Programme

--b--
"""
    return text.replace("\n", "\r\n").encode()
