#!/usr/bin/env python3
"""Feeds, cross-references and finds patients in HL7 V3 with zeep (https://pypi.org/project/zeep/), a SOAP client that reads our WSDLs.

Two patients are added (ITI-44), one of them is asked about (ITI-45), both are found by their demographics, one at a time (ITI-47), and
merged. WS-Addressing headers are zeep's own, from the Actions in the WSDL. What the control act holds comes from the templates in
samples/soap: HL7 has schemas for it, the WSDL leaves it open.
Usage: zeep_v3_client.py [--base http://127.0.0.1:8080]
"""
import argparse
import pathlib
import sys
import time
import uuid

import zeep
from lxml import etree

TEMPLATES = pathlib.Path(__file__).resolve().parent.parent / "soap"
HL7 = "urn:hl7-org:v3"
NAMES = {"h": HL7}
DOMAIN = "1.3.6.1.4.1.21367.13.20.1000"
SENDER, RECEIVER, MESSAGES = "1.3.6.1.4.1.21367.2026.4.2", "1.3.6.1.4.1.21367.2026.1", "1.3.6.1.4.1.21367.2026.4.1"


class Service:
    """One endpoint; its operations are the WSDL's."""

    def __init__(self, base, path):
        self.client = zeep.Client(f"{base}{path}?wsdl")
        self.service = self.client.create_service(next(iter(self.client.wsdl.bindings)), base + path)
        self.message = None

    def call(self, operation, template, interaction, acknowledged=None, **values):
        """Calls an operation; gives the answer as zeep has it."""
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        for name, value in values.items():
            text = text.replace(f"@{name.upper()}@", value)
        act = etree.fromstring(text.encode()).find(f".//{{{HL7}}}controlActProcess")
        request = {
            "id": {"root": MESSAGES, "extension": str(uuid.uuid4())},
            "creationTime": {"value": time.strftime("%Y%m%d%H%M%S+0000", time.gmtime())},
            "interactionId": {"root": "2.16.840.1.113883.1.6", "extension": interaction},
            "processingCode": {"code": "P"},
            "processingModeCode": {"code": "T"},
            "acceptAckCode": {"code": "AL"},
            "receiver": [self.party("RCV", RECEIVER)],
            "sender": self.party("SND", SENDER),
            "controlActProcess": {"_value_1": list(act), "classCode": "CACT", "moodCode": "EVN"},
            "ITSVersion": "XML_1.0",
        }
        if acknowledged is not None:
            request["acknowledgement"] = [{"typeCode": {"code": "AA"}, "targetMessage": {"id": {"root": acknowledged.id.root}}}]
        answer = self.service[operation](**request)
        target = answer.acknowledgement[0].targetMessage.id
        if (target.root, target.extension) != (request["id"]["root"], request["id"]["extension"]):
            sys.exit(f"FAILED: the answer acknowledges another message: {target}")
        return answer

    @staticmethod
    def party(kind, oid):
        return {"typeCode": kind, "device": {"classCode": "DEV", "determinerCode": "INSTANCE", "id": [{"root": oid}]}}


def expect(answer, code):
    """The acknowledgement must have this typeCode."""
    acknowledgement = answer.acknowledgement[0]
    if acknowledgement.typeCode.code != code:
        sys.exit(f"FAILED: {acknowledgement}")


def control_act(answer):
    """What the control act holds, below one element."""
    root = etree.Element("act")
    root.extend(answer.controlActProcess._value_1)
    return root


def ids(act):
    """Root and extension of each Patient.id."""
    return {(i.get("root"), i.get("extension")) for i in act.iterfind(".//h:patient/h:id", NAMES)}


def quantity(act, which):
    return int(act.find(f".//h:queryAck/h:result{which}Quantity", NAMES).get("value"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--base", default="http://127.0.0.1:8080")
    base = arguments.parse_args().base
    manager, supplier = Service(base, "/pix/manager"), Service(base, "/pdq/supplier")
    run = uuid.uuid4().hex[:12]
    patients = [f"ZEEP-{run}-1", f"ZEEP-{run}-2"]

    for patient in patients:
        expect(manager.call("PIXManager_PRPA_IN201301UV02", "iti-44-record-added.xml", "PRPA_IN201301UV02", patient_id=patient), "CA")
    print(f"added {' and '.join(patients)}")

    answer = manager.call(
        "PIXManager_PRPA_IN201309UV02", "iti-45-get-identifiers.xml", "PRPA_IN201309UV02", patient_id=patients[0], message_id=str(uuid.uuid4()))
    expect(answer, "AA")
    found = ids(control_act(answer))
    if not found or (DOMAIN, patients[0]) in found:
        sys.exit(f"FAILED: the other identifiers of {patients[0]} are {found}")
    print(f"other identifiers of {patients[0]}: {sorted(found)}")

    unknown = manager.call(
        "PIXManager_PRPA_IN201309UV02", "iti-45-get-identifiers.xml", "PRPA_IN201309UV02", patient_id=f"NOBODY-{run}", message_id=str(uuid.uuid4()))
    expect(unknown, "AE")
    print(f"NOBODY-{run} is not known: {unknown.acknowledgement[0].acknowledgementDetail[0].location[0]}")

    query = str(uuid.uuid4())
    answer = supplier.call("PDSupplier_PRPA_IN201305UV02", "iti-47-find-candidates.xml", "PRPA_IN201305UV02", query_id=query)
    seen = set()
    while True:
        expect(answer, "AA")
        act = control_act(answer)
        if quantity(act, "Current") != 1:
            sys.exit("FAILED: one patient was asked for at a time")
        seen |= ids(act)
        if {(DOMAIN, patient) for patient in patients} <= seen:
            break
        if quantity(act, "Remaining") == 0:
            sys.exit(f"FAILED: the patients that were added are not among {seen}")
        answer = supplier.call(
            "PDSupplier_QUQI_IN000003UV01_Continue", "iti-47-continue.xml", "QUQI_IN000003UV01", acknowledged=answer, query_id=query)
    print(f"found them among {quantity(act, 'Total')} candidates")

    expect(supplier.call(
        "PDSupplier_QUQI_IN000003UV01_Cancel", "iti-47-cancel.xml", "QUQI_IN000003UV01", acknowledged=answer, query_id=query), "CA")
    gone = supplier.call("PDSupplier_QUQI_IN000003UV01_Continue", "iti-47-continue.xml", "QUQI_IN000003UV01", acknowledged=answer, query_id=query)
    expect(gone, "AE")
    print("cancelled the query, which cannot be gone on with")

    expect(manager.call(
        "PIXManager_PRPA_IN201304UV02", "iti-44-duplicates-resolved.xml", "PRPA_IN201304UV02", patient_id=patients[0], other_patient_id=patients[1]), "CA")
    expect(manager.call(
        "PIXManager_PRPA_IN201309UV02", "iti-45-get-identifiers.xml", "PRPA_IN201309UV02", patient_id=patients[1], message_id=str(uuid.uuid4())), "AE")
    print(f"merged {patients[1]} into {patients[0]}")


if __name__ == "__main__":
    main()
