#!/usr/bin/env bash
# One person, known to two hospitals under numbers of their own, with nothing but bash:
#   1. both hospitals feed her       HL7 v2 ADT^A28 over MLLP   (ITI-30)
#   2. by one number ask the others  QBP^Q23                    (ITI-9)
#   3. find her by name and birth    QBP^Q22                    (ITI-21)
# Against another server: MLLP=host:port samples/identity.sh
set -euo pipefail

MLLP=${MLLP:-127.0.0.1:2575}
GREEN='&1.3.6.1.4.1.21367.13.20.2000&ISO'
BLUE='&1.3.6.1.4.1.21367.13.20.3000&ISO'

say() { printf '%s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# Values of this run: a person whom no earlier run has fed.
run=$(date +%s)$(printf '%05d' $RANDOM)
family=$(printf '%s' "$run" | tr 0-9 BDFGKLMNRS)a
birth=$((1940 + RANDOM % 70))0$((1 + RANDOM % 9))1$((RANDOM % 10))
phone=139${run: -8}
green=GREEN-$run
blue=BLUE-$run

# send EVENT SEGMENT...: one message on a connection of its own; the answer is in $answer, its segments in lines.
send() {
  local type=$1
  shift
  exec 3<>"/dev/tcp/${MLLP%:*}/${MLLP##*:}" || die "nothing listens on $MLLP"
  {
    printf '\x0bMSH|^~\\&|SAMPLES|IDENTITY|IHEREGISTRY|DEMO|%s||%s|%s|P|2.5\r' "$(date -u +%Y%m%d%H%M%S)" "$type" "$run$RANDOM"
    printf '%s\r' "$@"
    printf '\x1c\r'
  } >&3
  IFS= read -r -d $'\x1c' answer <&3 || die "no whole answer to $type"
  exec 3>&-
  answer=$(printf '%s' "$answer" | tr '\r\013' '\n ')
}

must() { [[ $answer == *"$1"* ]] || die "$2: $answer"; }

say "1. Two hospitals feed Wilma $family under numbers of their own (ITI-30)"
for id in "$green^^^$GREEN" "$blue^^^$BLUE"; do
  send 'ADT^A28^ADT_A05' "EVN|A28|$(date -u +%Y%m%d%H%M%S)" \
    "PID|1||$id^PI||$family^Wilma||$birth|F|||7 Harbour Lane^^Exampleton^^00012^XX||^PRN^CP^^^^^^^^^$phone" 'PV1|1|N'
  must 'MSA|AA|' 'the feed was not taken'
  say "   $id: taken"
done

say "2. Whom does $green belong to elsewhere? (ITI-9)"
send 'QBP^Q23^QBP_Q21' "QPD|IHE PIX Query|Q$run|$green^^^$GREEN" 'RCP|I'
must "$blue" 'the other number was not told'
say "$answer" | sed -n 's/^PID|[^|]*|[^|]*|\([^|]*\).*/\1/p' | tr '~' '\n' | sed 's/^/   /'

say "3. Find her by name and birth date (ITI-21)"
send 'QBP^Q22^QBP_Q21' "QPD|IHE PDQ Query|P$run|@PID.5.1.1^${family:0:6}*~@PID.7^$birth" 'RCP|I|10^RD'
must "$green" 'she was not found'
say "$answer" | sed -n 's/^PID|/   PID|/p'
