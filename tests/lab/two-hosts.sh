# shellcheck shell=bash disable=SC2154
# Two real hosts and an engine in a lab, asked by REST; sourced by the checks of this folder, never run. "begin OPTIONS..." makes all of it, with a guest on each
# host; "finish" takes it down, looks that nothing is left, and says what came of it.

[ "$(id -u)" -eq 0 ] || die "$EX_NOPERM" "only root can make hosts"
need_packages curl python3-minimal
work=$(mktemp -d)
home=$work/lab
lab() { "$ROOT/releng/lab" --home "$home" --as-built "$@"; }
# The mark by which all that a lab leaves on this machine is known.
key=$(printf %s "$home" | sha1sum | cut -c1-6)
keep='' as_built=''
options() {
  local option
  for option; do
    case $option in
      --keep) keep=yes ;;
      --as-built) as_built=yes ;;
      *) sed -n '2,4s/^# //p' "$0"; exit "$EX_USAGE" ;;
    esac
  done
  [ -n "$as_built" ] || built_up_to_date || "$ROOT/releng/build"
}
tidy() {
  if [ -n "$keep" ]; then say "The lab stays: releng/lab --home $home status"; return; fi
  [ ! -d "$home" ] || lab down
  rm -rf "$work"
}
trap tidy EXIT
trap 'exit 143' INT TERM

passed=0 failed=0
# holds SENTENCE SECONDS COMMAND...: does the command succeed within that time?
holds() {
  local sentence=$1 start=$SECONDS end=$((SECONDS + $2))
  shift 2
  until "$@" > "$work/said" 2>&1; do
    if [ $SECONDS -ge $end ]; then
      failed=$((failed + 1))
      echo "FAILED: $sentence: $(tail -n 3 "$work/said")"
      return
    fi
    sleep 0.2
  done
  passed=$((passed + 1))
  echo "passed: $sentence ($((SECONDS - start)) s)"
}

rest() {
  curl -s --cacert "$home/engine/home/pki/ca.pem" --resolve "engine:8443:$engine" -K "$work/login" -X "$1" -H "Accept: ${accept:-application/xml}" \
    -H 'Content-Type: application/xml' "https://engine:8443/ovirt-engine/api$2" "${@:3}"
}
first_id() { sed -nE "s/.*<$1 [^>]*id=\"([^\"]+)\".*/\1/p" | head -n 1; }
# is NOUN ID TEXT: the object's XML has this line in it.
is() { local told; told=$(rest GET "/$1/$2"); grep -E "^ *<(status|origin)>" <<< "$told"; grep -qE "$3" <<< "$told"; }
status_is() { is "$1" "$2" "^    <status>($3)</status>"; }
runs_on() { is vms "$1" "<host [^>]*id=\"$2\""; }
said() { rest GET '/events?max=40' | grep -qE "<description>$1"; }
both_nodes() { lab status --json | python3 -c 'import json, sys; told = json.load(sys.stdin); sys.exit(0 if sum(1 for m in told if m["node"] and m["libvirt"]) == 2 else 1)'; }
has_address() { rest GET "/vms/$1/reporteddevices" | grep -q '<address>10\.'; }
domain() { lab exec "$1" virsh -q "${@:2}"; }
# What tells a run of a guest from another one: the birth of its QEMU.
# shellcheck disable=SC2016
born() { lab exec "$1" bash -c 'ps -o lstart=,pid= -p "$(pgrep -f "guest=$0,")"' "$2"; }
runs_once() { [ "$(lab exec "$1" pgrep -cf "guest=$2,")" = 1 ]; }
same_run() { [ "$(born "$1" "$2")" = "$3" ]; }
refused() { rest POST "$1" -d '<action/>' | tee "$work/fault" | grep -qE "<detail>.*$2"; cat "$work/fault"; grep -qE "$2" "$work/fault"; }

declare -A host disc vm data_of
add_host() {
  host[$1]=$(rest POST /hosts -d "<host><name>$1</name><address>$1</address><cluster><name>Default</name></cluster></host>" | first_id host)
  [ -n "${host[$1]}" ]
}
add_domain() {
  rest POST /storagedomains -d "<storage_domain><name>$1-$2</name><type>$2</type><host id=\"${host[$1]}\"/><storage><type>localfs</type><path>/mnt/local/$2</path></storage></storage_domain>" \
    | tee "$work/said" | first_id storage_domain
}
transferring() { rest GET "/imagetransfers/$1" | grep -q "<phase>$2</phase>"; }
until_ok() { local tries=100; until "$@"; do tries=$((tries - 1)); [ $tries -gt 0 ] || return 1; sleep 0.1; done; }
# upload HOST DOMAIN: sets the disc of the host.
upload() {
  local transfer url
  disc[$1]=$(rest POST /disks -d "<disk><alias>tiny-$1</alias><content_type>iso</content_type><format>raw</format><provisioned_size>$(stat -c %s "$work/tiny.iso")</provisioned_size><storage_domains><storage_domain id=\"$2\"/></storage_domains></disk>" | first_id disk)
  until_ok status_is disks "${disc[$1]}" ok > /dev/null || return
  transfer=$(rest POST /imagetransfers -d "<image_transfer><disk id=\"${disc[$1]}\"/><direction>upload</direction></image_transfer>" | first_id image_transfer)
  until_ok transferring "$transfer" transferring || return
  url=$(rest GET "/imagetransfers/$transfer" | sed -nE 's/.*<transfer_url>([^<]+)<.*/\1/p')
  curl -sf --cacert "$home/engine/home/pki/ca.pem" --resolve "engine:8443:$engine" -T "$work/tiny.iso" "$url" > /dev/null || return
  rest POST "/imagetransfers/$transfer/finalize" -d '<action/>' > /dev/null
  until_ok transferring "$transfer" finished_success
}
new_vm() {
  vm[$1]=$(rest POST /vms -d "<vm><name>on-$1</name><memory>201326592</memory><cluster><name>Default</name></cluster><template><name>Blank</name></template></vm>" | first_id vm)
  [ -n "${vm[$1]}" ] || return
  until_ok status_is vms "${vm[$1]}" down > /dev/null
  rest PUT "/vms/${vm[$1]}/cdroms/00000000-0000-0000-0000-000000000000" -d "<cdrom><file id=\"${disc[$1]}\"/></cdrom>" > /dev/null
  # It follows the disc: a local domain is reached from its host alone.
  rest POST "/vms/${vm[$1]}/diskattachments" -d "<disk_attachment><bootable>true</bootable><interface>virtio</interface><disk><alias>on-$1</alias><format>cow</format><provisioned_size>67108864</provisioned_size></disk></disk_attachment>" > /dev/null
  rest POST "/vms/${vm[$1]}/nics" -d '<nic><name>nic1</name><vnic_profile><name>ovirtmgmt</name></vnic_profile></nic>' > /dev/null
  rest POST "/vms/${vm[$1]}/start" -d '<action/>' > /dev/null
}
console_at() {
  local console
  console=$(rest GET "/vms/${vm[$1]}/graphicsconsoles" | first_id graphics_console)
  accept=application/x-virt-viewer rest GET "/vms/${vm[$1]}/graphicsconsoles/$console" | tee "$work/console" | grep -x "host=$1" > /dev/null
  # shellcheck disable=SC2016
  timeout 2 bash -c 'exec 3<> "/dev/tcp/$0/$1"' "$(cat "$home/$1/address")" "$(sed -n 's/^port=//p' "$work/console")"
}


begin() {
  local name data iso
  options "$@"
  "$ROOT/releng/lab" --help > /dev/null
  start=$SECONDS
  holds "two hosts come up" 1 lab up 2
  holds "both nodes and both libvirts answer" 1 both_nodes
  HOSTELRY_OPTS=-Dhostelry.host.grace=3 holds "an engine comes up beside them" 1 lab engine
  [ "$failed" -eq 0 ] || { echo "$passed passed, $failed failed"; exit 1; }
  engine=$(cat "$home/engine/address")
  (umask 077; printf 'user = "admin@internal:%s"\n' "$(cat "$home/engine/home/admin-password")" > "$work/login")
  "$here/make-guest-iso" "$work/tiny.iso"
  for name in lab1 lab2; do holds "$name is added by its name" 1 add_host $name; done
  for name in lab1 lab2; do holds "$name is up" 30 status_is hosts "${host[$name]}" up; done
  for name in lab1 lab2; do
    data=$(add_domain $name data) iso=$(add_domain $name iso)
    data_of[$name]=$data
    holds "$name has a data domain and an ISO domain of its own, under the same path" 1 test -n "$data" -a -n "$iso"
    holds "the guest's CD is uploaded to $name" 1 upload $name "$iso"
    holds "a guest is made and started" 1 new_vm $name
  done
  for name in lab1 lab2; do
    holds "the guest with its disc on $name runs there" 20 runs_on "${vm[$name]}" "${host[$name]}"
    holds "and is up" 60 status_is vms "${vm[$name]}" up
    holds "its guest agent tells its address" 60 has_address "${vm[$name]}"
    holds "its console is at $name, and answers" 1 console_at $name
  done
}

# finish: the end of every check.
finish() {
  local name
  [ -z "$keep" ] || { echo "$passed passed, $failed failed"; exit 0; }
  [ "$failed" -eq 0 ] || { mkdir -p "$ROOT/.logs/lab"; for name in lab1 lab2 engine; do lab log $name > "$ROOT/.logs/lab/$name.log" 2>&1 || true; done; }
  left_nothing() {
    ! { ip netns list; ip -o link; find /sys/fs/cgroup -maxdepth 2 -name 'hostelry-lab-*'; grep -ls "hostelry-lab:$key" /proc/[0-9]*/cmdline; ls -d "$home"; } 2> /dev/null | grep -E "$key|$home|cmdline"
  }
  # A script that is killed in the middle of its work leaves what the next one cleans up.
  lab up 3 > /dev/null 2>&1 &
  sleep 2
  kill -KILL $!
  wait $! 2> /dev/null || true
  holds "the lab goes down, also after a script was killed in it" 1 lab down
  holds "nothing is left of it" 5 left_nothing
  echo "$passed passed, $failed failed ($((SECONDS - start)) s)"
  [ "$failed" -eq 0 ]
}
