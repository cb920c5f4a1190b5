#!/usr/bin/env python3
"""Publishes a document over MTOM and retrieves it, with Python's standard library alone.

The email package, which knows nothing of XOP or SOAP, writes the MIME headers and takes the answers apart: what passes
here is plain MIME.
Usage: mtom_client.py [--base http://127.0.0.1:8080] [--patient ID] [FILE]
The patient id must have been fed before (walkthrough.sh does so); the demo's DEMO-1001 is the default.
"""
import argparse
import email
import email.policy
import hashlib
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import xml.etree.ElementTree as ET
from email.message import EmailMessage
from xml.sax.saxutils import escape

SAMPLES = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = "1.3.6.1.4.1.21367.2026.1.1"
NS = {
    "rs": "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0",
    "xds": "urn:ihe:iti:xds-b:2007",
    "xop": "http://www.w3.org/2004/08/xop/include",
}
POLICY = email.policy.HTTP


def fill(template, values):
    text = (SAMPLES / "soap" / template).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", escape(str(value), {'"': "&quot;"}))
    return text.encode("utf-8")


def package(root, action, attachments):
    """The multipart/related message and its Content-Type. The email package's generator normalizes line ends, which a
    binary document does not survive, so it writes the parts' headers and the bytes go between them untouched."""
    boundary = f"mime-{uuid.uuid4()}"
    parts = [("root@python", 'application/xop+xml; charset=UTF-8; type="application/soap+xml"', root)]
    parts += [(content_id, "application/octet-stream", content) for content_id, content in attachments.items()]
    body = bytearray()
    for content_id, content_type, content in parts:
        headers = EmailMessage(policy=POLICY)
        headers["Content-Type"] = content_type
        headers["Content-Transfer-Encoding"] = "binary"
        headers["Content-ID"] = f"<{content_id}>"
        body += f"--{boundary}\r\n".encode("ascii") + headers.as_bytes() + content + b"\r\n"
    content_type = (
        f'multipart/related; boundary="{boundary}"; type="application/xop+xml"; '
        f'start="<root@python>"; start-info="application/soap+xml"; action="{action}"'
    )
    return bytes(body + f"--{boundary}--\r\n".encode("ascii")), content_type


def unpack(body, content_type):
    """Root element and attachments by Content-ID, as the email package sees them."""
    message = email.message_from_bytes(
        f"Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode("ascii") + body, policy=POLICY)
    if not message.is_multipart():
        return ET.fromstring(body), {}
    if message.defects:
        sys.exit(f"FAILED: defects in the MIME answer: {message.defects}")
    parts = {part["Content-ID"].strip().strip("<>"): part for part in message.iter_parts()}
    start = (message.get_param("start") or next(iter(parts))).strip("<>")
    payloads = {cid: part.get_payload(decode=True) for cid, part in parts.items()}
    return ET.fromstring(payloads.pop(start)), payloads


def call(url, root, action, attachments=None):
    body, content_type = package(root, action, attachments or {})
    request = urllib.request.Request(url, body, {"Content-Type": content_type})
    try:
        with urllib.request.urlopen(request) as answer:
            envelope, parts = unpack(answer.read(), answer.headers["Content-Type"])
    except urllib.error.HTTPError as error:
        sys.exit(f"FAILED: HTTP {error.code}: {error.read().decode('utf-8', 'replace')}")
    response = envelope.find(".//rs:RegistryResponse", NS)
    if response is None or not response.get("status").endswith(":Success"):
        sys.exit("FAILED: " + ET.tostring(envelope, "unicode"))
    return envelope, parts


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file", nargs="?", type=pathlib.Path, default=SAMPLES / "cda" / "discharge-summary.xml")
    arguments.add_argument("--base", default="http://127.0.0.1:8080")
    arguments.add_argument("--patient", default="DEMO-1001")
    options = arguments.parse_args()

    document = options.file.read_bytes()
    url = options.base + "/xds/repository"
    run = f"{time.time_ns() // 1000}"
    now = time.strftime("%Y%m%d%H%M%S", time.gmtime())
    content_id = f"document {run}@python"  # a blank, so that the cid: URL needs percent encoding (RFC 2392)
    values = {
        "MESSAGE_ID": uuid.uuid4(), "TO": url, "TITLE": "Published by Python's email package",
        "PATIENT_ID": f"{options.patient}^^^&1.3.6.1.4.1.21367.13.20.1000&ISO",
        "SOURCE_PATIENT_ID": f"{options.patient}^^^&1.3.6.1.4.1.21367.2026.3.1.1&ISO",
        "DOCUMENT_UNIQUE_ID": f"1.3.6.1.4.1.21367.2026.7.3.{run}", "SUBMISSION_UNIQUE_ID": f"1.3.6.1.4.1.21367.2026.7.4.{run}",
        "REPOSITORY_UNIQUE_ID": REPOSITORY, "SUBMISSION_TIME": now, "CREATION_TIME": now,
        "HASH": hashlib.sha1(document).hexdigest(), "SIZE": len(document), "CONTENT_ID": urllib.parse.quote(content_id, safe="@"),
    }
    call(url, fill("iti-41-provide-and-register.xml", values), "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b", {content_id: document})
    print(f"published {values['DOCUMENT_UNIQUE_ID']}, {len(document)} bytes")

    values["MESSAGE_ID"] = uuid.uuid4()
    envelope, parts = call(url, fill("iti-43-retrieve-document-set.xml", values), "urn:ihe:iti:2007:RetrieveDocumentSet")
    include = envelope.find(".//xds:DocumentResponse/xds:Document/xop:Include", NS)
    if include is None:
        sys.exit("FAILED: the answer holds no xop:Include")
    retrieved = parts[urllib.parse.unquote(include.get("href")[len("cid:"):])]
    if retrieved != document:
        sys.exit(f"FAILED: {len(retrieved)} bytes came back, not the {len(document)} that were sent")
    print(f"retrieved the same {len(retrieved)} bytes")


if __name__ == "__main__":
    main()
