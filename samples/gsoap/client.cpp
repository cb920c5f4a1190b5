// Publishes a document (ITI-41) and retrieves it (ITI-43) over MTOM, with types and proxy that gSOAP made of our WSDL.
// Usage: client ENDPOINT PATIENT FILE, for example
//   client http://127.0.0.1:8080/xds/repository DEMO-1001 ../cda/discharge-summary.xml

#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "DocumentRepository_USCOREBinding_USCORESoap12.nsmap"
#include "soapDocumentRepository_USCOREBinding_USCORESoap12Proxy.h"
#include "wsaapi.h"

using Proxy = DocumentRepository_USCOREBinding_USCORESoap12Proxy;

namespace {

const char *const Repository = "1.3.6.1.4.1.21367.2026.1.1";
const std::string Success = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success";
const std::string Loinc = "2.16.840.1.113883.6.1";
const std::string Snomed = "2.16.840.1.113883.6.96";

// Builds ebRIM objects in the memory of one soap context, which frees them all at its end.
class Rim {
public:
    explicit Rim(struct soap *soap) : soap_(soap) {}

    rim__ExtrinsicObjectType *documentEntry(const std::string &patient, const std::string &uniqueId, const std::string &now, size_t size) {
        auto entry = soap_new_rim__ExtrinsicObjectType(soap_);
        entry->id = "Document01";
        entry->mimeType = "text/xml";
        entry->objectType = soap_new_std__string(soap_);
        *entry->objectType = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";
        entry->Slot = {slot("creationTime", now), slot("languageCode", "en-US"), slot("size", std::to_string(size)),
                       slot("sourcePatientId", patient)};
        entry->Name = text("Published by gSOAP");
        entry->Classification = {
            code(entry->id, "41a5887f-8865-4c09-adf7-e362475b143a", "SUMMARIES", "1.3.6.1.4.1.19376.1.2.6.1", "Summaries"),
            code(entry->id, "f0306f51-975f-434e-a61c-c59651d33983", "18842-5", Loinc, "Discharge summary"),
            code(entry->id, "a09d5840-386c-46f2-b5ad-9c3699a4309d", "urn:ihe:pcc:xds-ms:2007", "1.3.6.1.4.1.19376.1.2.3", "PCC XDS-MS"),
            code(entry->id, "f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", "22232009", Snomed, "Hospital"),
            code(entry->id, "cccf5598-8b07-4b77-a05e-ae952c785ead", "309915006", Snomed, "Cardiology department (environment)"),
            code(entry->id, "f4f85eac-e6cb-4883-b524-f2705394840f", "N", "2.16.840.1.113883.5.25", "normal")};
        entry->ExternalIdentifier = {
            identifier(entry->id, "58a6f841-87b3-4a3e-92fd-a8ffeff98427", patient, "XDSDocumentEntry.patientId"),
            identifier(entry->id, "2e82c1f6-a085-4c72-9da3-8640a32e42ab", uniqueId, "XDSDocumentEntry.uniqueId")};
        return entry;
    }

    rim__RegistryPackageType *submissionSet(const std::string &patient, const std::string &uniqueId, const std::string &now) {
        auto set = soap_new_rim__RegistryPackageType(soap_);
        set->id = "SubmissionSet01";
        set->Slot = {slot("submissionTime", now)};
        set->Name = text("Published by gSOAP");
        set->Classification = {
            mark(set->id), code(set->id, "aa543740-bdda-424e-8c96-df4873be8500", "22232009", Snomed, "Hospital")};
        set->ExternalIdentifier = {
            identifier(set->id, "6b5aea1a-874d-4603-a4bc-96a0a7b38446", patient, "XDSSubmissionSet.patientId"),
            identifier(set->id, "96fdda7c-d067-4183-912e-bf5ee74998a8", uniqueId, "XDSSubmissionSet.uniqueId"),
            identifier(set->id, "554ac39e-e3fe-47fe-b233-965d2a147832", "1.3.6.1.4.1.21367.2026.2.1", "XDSSubmissionSet.sourceId")};
        return set;
    }

    rim__AssociationType *member() {
        auto association = soap_new_rim__AssociationType(soap_);
        association->id = nextId();
        association->associationType = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember";
        association->sourceObject = "SubmissionSet01";
        association->targetObject = "Document01";
        association->Slot = {slot("SubmissionSetStatus", "Original")};
        return association;
    }

private:
    std::string nextId() { return "id" + std::to_string(++count_); }

    rim__SlotType *slot(const std::string &name, const std::string &value) {
        auto slot = soap_new_rim__SlotType(soap_);
        slot->name = name;
        slot->ValueList = soap_new_rim__ValueListType(soap_);
        slot->ValueList->Value = {value};
        return slot;
    }

    rim__InternationalStringType *text(const std::string &value) {
        auto localized = soap_new_rim__LocalizedStringType(soap_);
        localized->value = value;
        auto text = soap_new_rim__InternationalStringType(soap_);
        text->LocalizedString = {localized};
        return text;
    }

    std::string *copy(const std::string &value) {
        auto string = soap_new_std__string(soap_);
        *string = value;
        return string;
    }

    rim__ClassificationType *mark(const std::string &owner) {
        auto classification = soap_new_rim__ClassificationType(soap_);
        classification->id = nextId();
        classification->classifiedObject = owner;
        classification->classificationNode = copy("urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd");
        return classification;
    }

    rim__ClassificationType *code(const std::string &owner, const std::string &scheme, const std::string &code,
                                  const std::string &codingScheme, const std::string &display) {
        auto classification = soap_new_rim__ClassificationType(soap_);
        classification->id = nextId();
        classification->classifiedObject = owner;
        classification->classificationScheme = copy("urn:uuid:" + scheme);
        classification->nodeRepresentation = copy(code);
        classification->Slot = {slot("codingScheme", codingScheme)};
        classification->Name = text(display);
        return classification;
    }

    rim__ExternalIdentifierType *identifier(const std::string &owner, const std::string &scheme, const std::string &value,
                                            const std::string &name) {
        auto identifier = soap_new_rim__ExternalIdentifierType(soap_);
        identifier->id = nextId();
        identifier->registryObject = owner;
        identifier->identificationScheme = "urn:uuid:" + scheme;
        identifier->value = value;
        identifier->Name = text(name);
        return identifier;
    }

    struct soap *soap_;
    int count_ = 0;
};

template <typename T>
T *append(rim__RegistryObjectListType &list, T *object, T *_rim__union_RegistryObjectListType::*member, int selector) {
    list.__union_RegistryObjectListType.emplace_back();
    auto &item = list.__union_RegistryObjectListType.back();
    item.__union_RegistryObjectListType = selector;
    item.union_RegistryObjectListType.*member = object;
    return object;
}

int fail(Proxy &proxy, const std::string &what) {
    std::cerr << "FAILED: " << what << "\n";
    if (proxy.soap->error)
        proxy.soap_stream_fault(std::cerr);
    return 1;
}

bool succeeded(const rs__RegistryResponseType &response) {
    if (response.status == Success)
        return true;
    std::cerr << response.status << "\n";
    if (response.RegistryErrorList)
        for (auto error : response.RegistryErrorList->RegistryError)
            std::cerr << "  " << error->errorCode << ": " << error->codeContext << "\n";
    return false;
}

std::string utcNow() {
    char text[16];
    auto now = std::time(nullptr);
    std::strftime(text, sizeof text, "%Y%m%d%H%M%S", std::gmtime(&now));
    return text;
}

} // namespace

int main(int count, char **arguments) {
    if (count != 4) {
        std::cerr << "usage: client ENDPOINT PATIENT FILE\n";
        return 2;
    }
    const char *endpoint = arguments[1];
    const std::string patient = std::string(arguments[2]) + "^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";
    std::ifstream file(arguments[3], std::ios::binary);
    std::vector<char> document((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (document.empty()) {
        std::cerr << "FAILED: cannot read " << arguments[3] << "\n";
        return 1;
    }
    const auto run = std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch()).count());
    const auto uniqueId = "1.3.6.1.4.1.21367.2026.7.7." + run;

    Proxy proxy(endpoint, SOAP_ENC_MTOM | SOAP_C_UTFSTRING);
    soap_register_plugin(proxy.soap, soap_wsa);
    proxy.soap->connect_timeout = proxy.soap->recv_timeout = proxy.soap->send_timeout = 30;

    Rim rim(proxy.soap);
    const auto now = utcNow();
    rim__RegistryObjectListType objects;
    append(objects, rim.documentEntry(patient, uniqueId, now, document.size()), &_rim__union_RegistryObjectListType::ExtrinsicObject,
           SOAP_UNION__rim__union_RegistryObjectListType_ExtrinsicObject);
    append(objects, rim.submissionSet(patient, "1.3.6.1.4.1.21367.2026.7.8." + run, now),
           &_rim__union_RegistryObjectListType::RegistryPackage, SOAP_UNION__rim__union_RegistryObjectListType_RegistryPackage);
    append(objects, rim.member(), &_rim__union_RegistryObjectListType::Association,
           SOAP_UNION__rim__union_RegistryObjectListType_Association);

    lcm__SubmitObjectsRequestType submission;
    submission.rim__RegistryObjectList = &objects;
    xds__SubmittedDocumentType attached;
    attached.id = "Document01";
    attached.__item.__ptr = reinterpret_cast<unsigned char *>(document.data());
    attached.__item.__size = static_cast<int>(document.size());
    attached.__item.type = const_cast<char *>("text/xml"); // a type makes it an attachment, not inline base64
    xds__ProvideAndRegisterDocumentSetRequestType provide;
    provide.lcm__SubmitObjectsRequest = &submission;
    provide.Document = {&attached};

    rs__RegistryResponseType registered;
    soap_wsa_request(proxy.soap, soap_wsa_rand_uuid(proxy.soap), endpoint, "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b");
    if (proxy.DocumentRepository_USCOREProvideAndRegisterDocumentSet_b(&provide, registered) != SOAP_OK)
        return fail(proxy, "no proper answer to ITI-41");
    if (!succeeded(registered))
        return fail(proxy, "not registered");
    std::cout << "published " << uniqueId << ", " << document.size() << " bytes\n";

    xds__DocumentRequestType wanted;
    wanted.RepositoryUniqueId = Repository;
    wanted.DocumentUniqueId = uniqueId;
    xds__RetrieveDocumentSetRequestType retrieve;
    retrieve.DocumentRequest = {&wanted};

    xds__RetrieveDocumentSetResponseType answer;
    soap_wsa_request(proxy.soap, soap_wsa_rand_uuid(proxy.soap), endpoint, "urn:ihe:iti:2007:RetrieveDocumentSet");
    soap_set_mime(proxy.soap, nullptr, nullptr); // a multipart question although it carries no attachment
    if (proxy.DocumentRepository_USCORERetrieveDocumentSet(&retrieve, answer) != SOAP_OK)
        return fail(proxy, "no proper answer to ITI-43");
    if (!answer.rs__RegistryResponse || !succeeded(*answer.rs__RegistryResponse) || answer.DocumentResponse.size() != 1)
        return fail(proxy, "not retrieved");

    const auto &retrieved = answer.DocumentResponse.front()->Document;
    if (!retrieved.id)
        return fail(proxy, "the document came inline, not as an attachment");
    if (static_cast<size_t>(retrieved.__size) != document.size() || std::memcmp(retrieved.__ptr, document.data(), document.size()) != 0)
        return fail(proxy, "other bytes came back");
    std::cout << "retrieved the same " << retrieved.__size << " bytes over MTOM\n";
    return 0;
}
