#!/usr/bin/env bash
# Publishes a document and gets it back, with nothing but curl and what every Unix has:
#   1. feed a patient           HL7 v2 ADT^A04 over MLLP   (ITI-8)
#   2. publish a CDA document   MTOM                       (ITI-41)
#   3. find it                  stored query               (ITI-18)
#   4. retrieve it              MTOM                       (ITI-43)
#   5. compare the bytes
# Against another server: BASE=http://host:port MLLP=host:port samples/walkthrough.sh
set -euo pipefail

BASE=${BASE:-http://127.0.0.1:8080}
MLLP=${MLLP:-127.0.0.1:2575}
REPOSITORY_UNIQUE_ID=${REPOSITORY_UNIQUE_ID:-1.3.6.1.4.1.21367.2026.1.1}

here=$(cd "$(dirname "$0")" && pwd)
document=${1:-$here/cda/discharge-summary.xml}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '%s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
uuid() { openssl rand -hex 16 | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/\1-\2-4\3-a\4-\5/'; }
literal() { printf '%s' "$1" | sed 's/[&|\\]/\\&/g'; }   # for the right side of sed's s|||
pattern() { printf '%s' "$1" | sed 's/[][().*^$+?{}|\\]/\\&/g'; } # for grep -E
has() { grep -qF -- "$1" "$2"; }

# Values of this run. A patient id and unique ids that no earlier run has used.
run=$(date +%s).$$
PATIENT=WALK-${run/./-}
PATIENT_ID="$PATIENT^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO"
SOURCE_PATIENT_ID="N${run/./}^^^&amp;1.3.6.1.4.1.21367.2026.3.1.1&amp;ISO"
DOCUMENT_UNIQUE_ID=1.3.6.1.4.1.21367.2026.7.1.$run
SUBMISSION_UNIQUE_ID=1.3.6.1.4.1.21367.2026.7.2.$run
NOW=$(date -u +%Y%m%d%H%M%S)
HASH=$(sha1sum <"$document" | cut -d ' ' -f 1)
SIZE=$(($(wc -c <"$document")))

# fill TEMPLATE ADDRESS: the template with its @NAMES@ filled in.
fill() {
  sed -e "s|@MESSAGE_ID@|$(uuid)|" -e "s|@TO@|$2|" \
    -e "s|@PATIENT_ID@|$(literal "$PATIENT_ID")|" -e "s|@SOURCE_PATIENT_ID@|$(literal "$SOURCE_PATIENT_ID")|" \
    -e "s|@DOCUMENT_UNIQUE_ID@|$DOCUMENT_UNIQUE_ID|" -e "s|@SUBMISSION_UNIQUE_ID@|$SUBMISSION_UNIQUE_ID|" \
    -e "s|@REPOSITORY_UNIQUE_ID@|$REPOSITORY_UNIQUE_ID|" -e "s|@SUBMISSION_TIME@|$NOW|" -e "s|@CREATION_TIME@|$NOW|" \
    -e "s|@HASH@|$HASH|" -e "s|@SIZE@|$SIZE|" -e "s|@TITLE@|Walk-through of $NOW|" \
    -e "s|@CONTENT_ID@|document@walkthrough|" "$here/soap/$1"
}

# mtom ROOT ACTION [DOCUMENT]: the multipart/related message, written to $work/request; sets $type for Content-Type.
mtom() {
  local boundary="walk-$(uuid)"
  type="multipart/related; boundary=\"$boundary\"; type=\"application/xop+xml\"; start=\"<root@walkthrough>\"; start-info=\"application/soap+xml\"; action=\"$2\""
  {
    printf -- '--%s\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\n' "$boundary"
    printf 'Content-Transfer-Encoding: binary\r\nContent-ID: <root@walkthrough>\r\n\r\n'
    cat "$1"
    if [ $# -gt 2 ]; then
      printf -- '\r\n--%s\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <document@walkthrough>\r\n\r\n' "$boundary"
      cat "$3"
    fi
    printf -- '\r\n--%s--\r\n' "$boundary"
  } >"$work/request"
}

# post URL TYPE FILE: the answer's head and body are in $work/head and $work/answer.
post() {
  local status
  status=$(curl -sS -o "$work/answer" -D "$work/head" -w '%{http_code}' -H "Content-Type: $2" -H 'Expect:' --data-binary "@$3" "$1") ||
    die "no answer from $1"
  [ "$status" = 200 ] || { cat "$work/answer" >&2; die "HTTP status $status from $1"; }
}

# offset PATTERN FROM: the byte offset of the first line of the answer that matches, at or after FROM.
offset() {
  LC_ALL=C grep -aboE -- "$1" "$work/answer" | LC_ALL=C awk -F : -v from="$2" '$1 >= from && !found++ { print $1 }'
}

# part HREF FILE: takes the MIME part that a cid: URL points to out of the answer, byte for byte.
part() {
  local id boundary head start end
  id=$(printf '%b' "$(printf '%s' "${1#cid:}" | sed 's/%/\\x/g')")
  boundary=$(tr -d '\r' <"$work/head" | sed -nE 's/^[Cc]ontent-[Tt]ype:.*boundary="?([^";]+)"?.*/\1/p')
  head=$(offset "^Content-I[Dd]: *<$(pattern "$id")>" 0)
  [ -n "$head" ] || die "no MIME part with Content-ID <$id>"
  start=$(($(offset $'^\r$' "$head") + 2))
  end=$(($(offset "^--$(pattern "$boundary")" "$start") - 2))
  tail -c "+$((start + 1))" "$work/answer" | head -c "$((end - start))" >"$2"
}

say "Server $BASE (SOAP), $MLLP (MLLP)"
say "Document $document: $SIZE bytes, SHA-1 $HASH"

say "1. Feed patient $PATIENT (ITI-8, ADT^A04)"
exec 3<>"/dev/tcp/${MLLP%:*}/${MLLP##*:}" || die "cannot connect to $MLLP"
printf '\x0b%s\r%s\r%s\r%s\r\x1c\r' \
  "MSH|^~\\&|ADT|NORTHFIELD|IHEREGISTRY|DEMO|$NOW||ADT^A04|WALK$run|P|2.3.1||||||UNICODE UTF-8" \
  "EVN|A04|$NOW" \
  "PID|1||$PATIENT^^^IHERED&1.3.6.1.4.1.21367.13.20.1000&ISO||Testfield^Amara||19580314|F" \
  "PV1|1|O" >&3
IFS= read -r -t 10 -d $'\x1c' ack <&3 || die "no acknowledgement within 10 s"
exec 3>&-
case $ack in
  *$'\rMSA|AA|'*) say "   acknowledged: AA" ;;
  *) die "not accepted: ${ack//$'\r'/ / }" ;;
esac

say "2. Publish the document (ITI-41, MTOM)"
fill iti-41-provide-and-register.xml "$BASE/xds/repository" >"$work/root"
mtom "$work/root" urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b "$document"
post "$BASE/xds/repository" "$type" "$work/request"
has 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success' "$work/answer" || { cat "$work/answer" >&2; die "not registered"; }
say "   registered as $DOCUMENT_UNIQUE_ID"

say "3. Find the patient's discharge summaries (ITI-18 FindDocuments)"
fill iti-18-find-documents.xml "$BASE/xds/registry" >"$work/query"
post "$BASE/xds/registry" 'application/soap+xml; charset=UTF-8; action="urn:ihe:iti:2007:RegistryStoredQuery"' "$work/query"
has 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success' "$work/answer" || { cat "$work/answer" >&2; die "the query failed"; }
has "value=\"$DOCUMENT_UNIQUE_ID\"" "$work/answer" || { cat "$work/answer" >&2; die "the document is not in the answer"; }
has "$HASH" "$work/answer" || die "the entry lacks the document's hash"
has ">$REPOSITORY_UNIQUE_ID<" "$work/answer" || die "the entry lacks the repository's id"
say "   found in repository $REPOSITORY_UNIQUE_ID, with the right hash"

say "4. Retrieve it (ITI-43, MTOM)"
fill iti-43-retrieve-document-set.xml "$BASE/xds/repository" >"$work/root"
mtom "$work/root" urn:ihe:iti:2007:RetrieveDocumentSet
post "$BASE/xds/repository" "$type" "$work/request"
has 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success' "$work/answer" || { cat "$work/answer" >&2; die "not retrieved"; }
href=$(LC_ALL=C tr '>' '\n' <"$work/answer" | LC_ALL=C grep -a 'Include' | sed -nE 's/.*href="([^"]*)".*/\1/p' | awk 'NR == 1')
[ -n "$href" ] || die "no xop:Include in the answer"
part "$href" "$work/document"
say "   got $(($(wc -c <"$work/document"))) bytes"

say "5. Compare"
cmp "$document" "$work/document" || die "the document came back changed"
[ "$(sha1sum <"$work/document" | cut -d ' ' -f 1)" = "$HASH" ] || die "the hash differs"
say "   identical, SHA-1 $HASH"
say "DONE"
