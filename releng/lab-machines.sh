# shellcheck shell=bash disable=SC2154
# The machines of a lab: what they are, what is on their disks, and power. Sourced by releng/lab, never run.
#
# All of a machine is in LAB/NAME: etc (its /etc), home (of node or engine), libvirt, local, log; "address" makes it a machine, "uuid" tells it
# from others, "first" names its first process as it is known outside, with its birth.

MOST=50

# number MACHINE: the last part of its address.
number() {
  [ "$1" != engine ] || { echo 2; return; }
  if ! [[ $1 =~ ^lab([1-9][0-9]?)$ ]] || [ "${BASH_REMATCH[1]}" -gt $MOST ]; then
    wrong "'$1' is no machine of a lab; they are lab1..lab$MOST and engine"
  fi
  echo $((10 + BASH_REMATCH[1]))
}
there() { number "$1" > /dev/null; [ -d "$LAB/$1" ] || die "$EX_USAGE" "there is no $1 in the lab at $LAB; \"up N\" makes hosts, \"engine\" an engine"; }
machines() { find "$LAB" -mindepth 2 -maxdepth 2 -name address -printf '%h\n' 2> /dev/null | sed 's|.*/||' | sort -V; }
hosts() { machines | grep -v '^engine$' || true; }
address() { cat "$LAB/$1/address"; }

# born PID: when the process was started; tells it from a later one with the same number.
born() { sed 's/.*) //' "/proc/$1/stat" 2> /dev/null | cut -d' ' -f20; }
# first MACHINE: its first process as seen from outside; fails while it is off.
first() {
  local pid when
  read -r pid when 2> /dev/null < "$LAB/$1/first" && [ -n "$when" ] && [ "$(born "$pid")" = "$when" ] && echo "$pid"
}
is_on() { first "$1" > /dev/null; }
# all_of MACHINE: every process outside that belongs to it, even where its start was interrupted.
# The mark comes from a file, lest grep find itself.
all_of() { grep -lzsxF -f <(echo "hostelry-lab:$KEY:$1") /proc/[0-9]*/cmdline 2> /dev/null | cut -d/ -f3 || true; }
inside() {
  local pid
  pid=$(first "$1") || die "$EX_UNAVAILABLE" "$1 is off; \"start $1\" powers it on"
  nsenter -t "$pid" -m -u -i -n -p ${CGROUPS:+-C} -- "${@:2}"
}

configure() {
  local name=$1 dir=$LAB/$1
  mkdir -p "$dir"/{log,home,cache,local,libvirt/lib,libvirt/log,libvirt/cache}
  # What QEMU can do takes libvirt seconds to find out, and it is the same for all.
  if [ -d "$LAB/lab1/libvirt/cache/qemu" ] && [ ! -d "$dir/libvirt/cache/qemu" ]; then cp -a "$LAB/lab1/libvirt/cache/qemu" "$dir/libvirt/cache/"; fi
  if [ ! -d "$dir/etc" ]; then
    rm -rf "$dir/etc.part"
    cp -a /etc "$dir/etc.part"
    rm -rf "$dir/etc.part"/{libvirt,pki,hosts,hostname,machine-id,mtab,resolv.conf}
    mkdir -p "$dir/etc.part"/{libvirt,pki}
    mv "$dir/etc.part" "$dir/etc"
  fi
  [ -s "$dir/uuid" ] || cp /proc/sys/kernel/random/uuid "$dir/uuid"
  echo "$name" > "$dir/etc/hostname"
  tr -d - < "$dir/uuid" > "$dir/etc/machine-id"
  names > "$dir/etc/hosts"
  echo "$(subnet).$(number "$name")" > "$dir/address"
}

names() {
  local i
  echo "127.0.0.1 localhost"
  echo "$(subnet).2 engine"
  for ((i = 1; i <= MOST; i++)); do echo "$(subnet).$((10 + i)) lab$i"; done
}

libvirt_settings() {
  local dir=$LAB/$1 tls=0 groups=''
  [ ! -e "$dir/etc/pki/libvirt/servercert.pem" ] || tls=1
  [ -z "$CGROUPS" ] || groups='"cpu", "cpuacct", "cpuset", "memory", "blkio"'
  cat > "$dir/etc/libvirt/libvirtd.conf" << END
listen_tls = $tls
listen_tcp = 0
auth_tls = "none"
auth_unix_rw = "none"
auth_unix_ro = "none"
host_uuid = "$(cat "$dir/uuid")"
keepalive_interval = 5
keepalive_count = 3
log_outputs = "3:file:/var/log/libvirt/libvirtd.log"
END
  cat > "$dir/etc/libvirt/qemu.conf" << END
user = "root"
group = "root"
dynamic_ownership = 1
remember_owner = 0
security_driver = "none"
namespaces = []
cgroup_controllers = [$groups]
# Without virtlogd: the guest's output must not end with a daemon.
stdio_handler = "file"
migration_address = "0.0.0.0"
migration_host = "$(address "$1")"
default_tls_x509_cert_dir = "/etc/pki/qemu"
default_tls_x509_verify = 1
END
}

# identity MACHINE: until nodes enrol themselves, the engine issues for them. The one place that knows how.
identity() {
  local dir=$LAB/$1 pki=$LAB/$1/etc/pki role
  rm -f "$dir"/identity.{p12,password} "$dir"/home/pki/node.*
  "$(product_script hostelry-engine)" --home "$LAB/engine/home" --issue-node "$1:$1,$(address "$1"):$dir/identity.p12" > "$dir/log/identity.log" 2>&1 \
    || { cat "$dir/log/identity.log" >&2; return 1; }
  mkdir -p "$pki"/{CA,libvirt/private,qemu}
  p12() { openssl pkcs12 -in "$dir/identity.p12" -passin "file:$dir/identity.password" "$@" 2> /dev/null; }
  cp "$LAB/engine/home/pki/ca.pem" "$pki/CA/cacert.pem"
  p12 -nokeys -clcerts | openssl x509 > "$pki/libvirt/servercert.pem"
  # GnuTLS does not read the key in the form that the JDK writes (PKCS #8 without the public half).
  (umask 077; p12 -nocerts -nodes | openssl ec 2> /dev/null > "$pki/libvirt/private/serverkey.pem")
  # On a host, libvirt and QEMU are server and client by turns, with one identity.
  cp "$pki/libvirt/servercert.pem" "$pki/libvirt/clientcert.pem"
  cp -p "$pki/libvirt/private/serverkey.pem" "$pki/libvirt/private/clientkey.pem"
  cp "$pki/CA/cacert.pem" "$pki/qemu/ca-cert.pem"
  for role in server client; do
    cp "$pki/libvirt/${role}cert.pem" "$pki/qemu/$role-cert.pem"
    cp -p "$pki/libvirt/private/${role}key.pem" "$pki/qemu/$role-key.pem"
  done
}

power_on() {
  local name=$1 dir=$LAB/$1 group
  if is_on "$name"; then return; fi
  [ "$name" = engine ] || libvirt_settings "$name"
  power_off "$name" # what an interrupted start has left
  switch_on
  rm -f "$dir/first"
  for group in $CGROUPS; do cgroup "$group" "$name"; done
  # Detached from this script, whose end, however sudden, must not touch it; and without its lock.
  # shellcheck disable=SC2016
  env -i PATH="$PATH" HOME=/root LANG="${LANG:-C.UTF-8}" JAVA_HOME="$JAVA_HOME" LAB="$LAB" NAME="$name" ADDRESS="$(address "$name")" \
    HOSTELRY_OPTS="$(cat "$dir/options" 2> /dev/null || true)" CGROUPS="$CGROUPS" KEY="$KEY" PRODUCT="$(product_script "$([ "$name" = engine ] && echo hostelry-engine || echo hostelry-node)")" \
    setsid --fork bash -c 'for c in $CGROUPS; do echo $$ > "/sys/fs/cgroup/$c/hostelry-lab-$KEY/$NAME/cgroup.procs"; done; exec "$@"' lab \
    unshare ${CGROUPS:+-C} -m -u -i -n -p -f --kill-child=KILL "$ROOT/releng/lab-machine" "hostelry-lab:$KEY:$name" \
    < /dev/null > "$dir/log/machine.log" 2>&1 9>&-
  until_ok 10 is_on "$name" || die "$EX_SOFTWARE" "$name does not start: $(tail -n 1 "$dir/log/machine.log")"
  plug_in "$name" "$(first "$name")"
  cuts_again "$name"
}

power_off() {
  local pid
  for pid in $(all_of "$1"); do kill -KILL "$pid" 2> /dev/null || true; done
  until_ok 10 none_of "$1" || die "$EX_SOFTWARE" "processes of $1 do not end: $(all_of "$1" | tr '\n' ' ')"
  unplug "$1"
}
none_of() { [ -z "$(all_of "$1")" ]; }

# until_ok SECONDS COMMAND...
until_ok() {
  local end=$((SECONDS + $1))
  shift
  until "$@" > /dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

libvirt_answers() { inside "$1" timeout 5 virsh -q version; }
node_answers() { inside "$1" timeout 2 bash -c 'exec 3<> /dev/tcp/127.0.0.1/54321'; }
engine_ready() { grep -q '^Hostelry ready: ' "$LAB/engine/log/engine.log"; }
ready() {
  if [ "$1" = engine ]; then
    until_ok 90 engine_ready || die "$EX_SOFTWARE" "the engine does not get ready; see \"log engine\""
  else
    until_ok 60 libvirt_answers "$1" || die "$EX_SOFTWARE" "libvirtd of $1 does not answer; see \"log $1\""
    until_ok 60 node_answers "$1" || die "$EX_SOFTWARE" "the node of $1 does not answer; see \"log $1\""
  fi
}

cgroup() {
  local dir=/sys/fs/cgroup/$1/hostelry-lab-$KEY file
  mkdir -p "$dir/$2"
  [ "$1" != cpuset ] || for file in cpuset.cpus cpuset.mems; do
    cat "/sys/fs/cgroup/cpuset/$file" > "$dir/$file"
    cat "$dir/$file" > "$dir/$2/$file"
  done
}
