#!/usr/bin/env python3
"""Publishes, queries and retrieves with zeep (https://pypi.org/project/zeep/), a SOAP client that reads our WSDLs.

zeep cannot send MTOM, so the document goes inline as base64 and the answer comes back inline. WS-Addressing headers are
zeep's own, from the Actions in the WSDL.
Usage: zeep_client.py [--base http://127.0.0.1:8080] [--patient ID] [FILE]
The patient id must have been fed before (walkthrough.sh does so); the demo's DEMO-1001 is the default.
"""
import argparse
import hashlib
import pathlib
import sys
import time

import zeep

SAMPLES = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = "1.3.6.1.4.1.21367.2026.1.1"
SUCCESS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
LOINC, SNOMED, IHE = "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.96", "1.3.6.1.4.1.19376.1.2.3"


class Rim:
    """ebRIM objects from the WSDL's own types."""

    def __init__(self, client):
        self.make = client.type_factory("urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0")
        self.count = 0

    def id(self):
        self.count += 1
        return f"id{self.count:02}"

    def slot(self, name, *values):
        return self.make.SlotType(name=name, ValueList=self.make.ValueListType(Value=list(values)))

    def text(self, value):
        return self.make.InternationalStringType(LocalizedString=[self.make.LocalizedStringType(value=value)])

    def code(self, owner, scheme, code, coding_scheme, display):
        return self.make.ClassificationType(
            id=self.id(), classifiedObject=owner, classificationScheme=f"urn:uuid:{scheme}", nodeRepresentation=code,
            Slot=[self.slot("codingScheme", coding_scheme)], Name=self.text(display))

    def identifier(self, owner, scheme, value, name):
        return self.make.ExternalIdentifierType(
            id=self.id(), registryObject=owner, identificationScheme=f"urn:uuid:{scheme}", value=value, Name=self.text(name))

    def document_entry(self, patient, source_patient, unique_id, title, now, content):
        owner = "Document01"
        return self.make.ExtrinsicObjectType(
            id=owner, mimeType="text/xml", objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1",
            Slot=[self.slot("creationTime", now), self.slot("hash", hashlib.sha1(content).hexdigest()),
                  self.slot("languageCode", "en-US"), self.slot("size", str(len(content))), self.slot("sourcePatientId", source_patient)],
            Name=self.text(title),
            Classification=[
                self.code(owner, "41a5887f-8865-4c09-adf7-e362475b143a", "SUMMARIES", "1.3.6.1.4.1.19376.1.2.6.1", "Summaries"),
                self.code(owner, "f0306f51-975f-434e-a61c-c59651d33983", "18842-5", LOINC, "Discharge summary"),
                self.code(owner, "a09d5840-386c-46f2-b5ad-9c3699a4309d", "urn:ihe:pcc:xds-ms:2007", IHE, "PCC XDS-MS"),
                self.code(owner, "f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", "22232009", SNOMED, "Hospital"),
                self.code(owner, "cccf5598-8b07-4b77-a05e-ae952c785ead", "309915006", SNOMED, "Cardiology department (environment)"),
                self.code(owner, "f4f85eac-e6cb-4883-b524-f2705394840f", "N", "2.16.840.1.113883.5.25", "normal")],
            ExternalIdentifier=[
                self.identifier(owner, "58a6f841-87b3-4a3e-92fd-a8ffeff98427", patient, "XDSDocumentEntry.patientId"),
                self.identifier(owner, "2e82c1f6-a085-4c72-9da3-8640a32e42ab", unique_id, "XDSDocumentEntry.uniqueId")])

    def submission_set(self, patient, unique_id, title, now):
        owner = "SubmissionSet01"
        return self.make.RegistryPackageType(
            id=owner, Slot=[self.slot("submissionTime", now)], Name=self.text(title),
            Classification=[
                self.make.ClassificationType(
                    id=self.id(), classifiedObject=owner, classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"),
                self.code(owner, "aa543740-bdda-424e-8c96-df4873be8500", "22232009", SNOMED, "Hospital")],
            ExternalIdentifier=[
                self.identifier(owner, "6b5aea1a-874d-4603-a4bc-96a0a7b38446", patient, "XDSSubmissionSet.patientId"),
                self.identifier(owner, "96fdda7c-d067-4183-912e-bf5ee74998a8", unique_id, "XDSSubmissionSet.uniqueId"),
                self.identifier(owner, "554ac39e-e3fe-47fe-b233-965d2a147832", "1.3.6.1.4.1.21367.2026.2.1", "XDSSubmissionSet.sourceId")])

    def member(self):
        return self.make.AssociationType(
            id=self.id(), associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember",
            sourceObject="SubmissionSet01", targetObject="Document01", Slot=[self.slot("SubmissionSetStatus", "Original")])


def check(response):
    if response.status != SUCCESS:
        sys.exit(f"FAILED: {response}")


def connect(wsdl, address):
    client = zeep.Client(wsdl)
    binding = next(iter(client.wsdl.bindings))
    return client, client.create_service(binding, address)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file", nargs="?", type=pathlib.Path, default=SAMPLES / "cda" / "discharge-summary.xml")
    arguments.add_argument("--base", default="http://127.0.0.1:8080")
    arguments.add_argument("--patient", default="DEMO-1001")
    arguments.add_argument("--wsdl-folder", help="read the WSDLs from here, not from the server's ?wsdl")
    options = arguments.parse_args()

    def wsdl(name, path):
        return f"{options.wsdl_folder}/{name}.wsdl" if options.wsdl_folder else f"{options.base}{path}?wsdl"

    repository_client, repository = connect(wsdl("XdsDocumentRepository", "/xds/repository"), options.base + "/xds/repository")
    registry_client, registry = connect(wsdl("XdsDocumentRegistry", "/xds/registry"), options.base + "/xds/registry")

    content = options.file.read_bytes()
    run = str(time.time_ns() // 1000)
    now = time.strftime("%Y%m%d%H%M%S", time.gmtime())
    patient = f"{options.patient}^^^&1.3.6.1.4.1.21367.13.20.1000&ISO"
    source_patient = f"{options.patient}^^^&1.3.6.1.4.1.21367.2026.3.1.1&ISO"
    unique_id = f"1.3.6.1.4.1.21367.2026.7.5.{run}"
    rim = Rim(repository_client)

    check(repository["DocumentRepository_ProvideAndRegisterDocumentSet-b"](
        SubmitObjectsRequest={"RegistryObjectList": {"_value_1": [
            {"ExtrinsicObject": rim.document_entry(patient, source_patient, unique_id, "Published by zeep", now, content)},
            {"RegistryPackage": rim.submission_set(patient, f"1.3.6.1.4.1.21367.2026.7.6.{run}", "Published by zeep", now)},
            {"Association": rim.member()}]}},
        Document=[{"_value_1": content, "id": "Document01"}]))
    print(f"published {unique_id}, {len(content)} bytes")

    query = Rim(registry_client)
    found = registry.DocumentRegistry_RegistryStoredQuery(
        ResponseOption={"returnType": "LeafClass", "returnComposedObjects": True},
        AdhocQuery=query.make.AdhocQueryType(
            id="urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d",
            Slot=[query.slot("$XDSDocumentEntryPatientId", f"'{patient}'"),
                  query.slot("$XDSDocumentEntryStatus", "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')")]))
    check(found)
    entries = [item["ExtrinsicObject"] for item in found.RegistryObjectList._value_1 if item.get("ExtrinsicObject")]
    if not any(identifier.value == unique_id for entry in entries for identifier in entry.ExternalIdentifier):
        sys.exit(f"FAILED: {unique_id} is not among the {len(entries)} entries found")
    print(f"found it among {len(entries)} entries of {options.patient}")

    answer = repository.DocumentRepository_RetrieveDocumentSet(
        DocumentRequest=[{"RepositoryUniqueId": REPOSITORY, "DocumentUniqueId": unique_id}])
    check(answer.RegistryResponse)
    if answer.DocumentResponse[0].Document != content:
        sys.exit("FAILED: other bytes came back")
    print(f"retrieved the same {len(content)} bytes")


if __name__ == "__main__":
    main()
