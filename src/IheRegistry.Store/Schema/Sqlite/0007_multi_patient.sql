-- Queries that name no patient (ITI-51) find their way by a code or a reference id.
CREATE INDEX document_entry_by_class ON document_entry (class_code, status, creation_time);
CREATE INDEX document_entry_by_facility ON document_entry (facility_code, status, creation_time);
CREATE INDEX object_code_by_code ON object_code (attribute, code);
CREATE INDEX reference_id_by_value ON reference_id (reference_id);
