# shellcheck shell=bash disable=SC2154
# A product that runs, for benches and checks: start it, wait for it, ask it by REST, end it. Sourced after lib.sh, never run.
#
# The caller sets work (a folder of its own) and port; launch sets pid. What the product says goes to $work/out.

pid=''

free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# launch PRODUCT OPTIONS...
launch() {
  local script
  script=$(product_script "$1")
  : > "$work/out"
  setsid "$script" "${@:2}" >> "$work/out" 2>&1 < /dev/null &
  pid=$!
}

# await SECONDS COMMAND...: until the command succeeds, as long as the product lives.
await() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    if [ -n "$pid" ] && ! kill -0 "$pid" 2> /dev/null; then say "It ended by itself:"; tail -n 15 "$work/out" >&2; return "$EX_SOFTWARE"; fi
    if [ $SECONDS -ge $end ]; then say "Waited too long for: $*"; tail -n 15 "$work/out" >&2; return "$EX_SOFTWARE"; fi
    sleep 0.01
  done
}

# quit: ends it as a service manager would.
quit() { end_with TERM; }

# crash: kills it where it stands. Only the process itself: what it started, such as guests, must live on.
crash() { end_with KILL; }

end_with() {
  kill -s "$1" "$(java_of "$pid")" 2> /dev/null || true
  wait "$pid" 2> /dev/null || true
  pid=''
}

# java_of PID: the Java process that the start script became or started.
java_of() {
  local p=$1
  until [ -z "$p" ] || [ "$(cat "/proc/$p/comm" 2> /dev/null)" = java ]; do p=$(tr ' ' '\n' < "/proc/$p/task/$p/children" 2> /dev/null | head -n 1); done
  echo "${p:-$1}"
}

port_answers() { (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; }
window_is_there() { xdotool search --onlyvisible --name '^Hostelry' > /dev/null 2>&1; }
ready_line() { grep -q '^Hostelry ready: ' "$work/out"; }
rest_answers() { port_answers && [ "$(rest GET '' -o /dev/null -w '%{http_code}' 2> /dev/null)" = 200 ]; }

# rest METHOD PATH CURL-OPTIONS...: answers XML, or what $accept names; the password is handed over in a file, not on a command line that others can read.
rest() {
  curl -s --cacert "$work/ca.pem" -K "$work/login" -X "$1" -H "Accept: ${accept:-application/xml}" -H 'Content-Type: application/xml' \
    "https://localhost:$port/ovirt-engine/api$2" "${@:3}"
}

# login: takes the password file from the ready line and the CA from the engine, over a connection that nobody else can sit in.
login() {
  local file
  file=$(sed -n 's/^Hostelry ready: .* password-file //p' "$work/out" | tail -n 1)
  (umask 077; printf 'user = "admin@internal:%s"\n' "$(cat "$file")" > "$work/login")
  curl -sk -o "$work/ca.pem" "https://localhost:$port/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA"
}

# first_id ELEMENT: the id of the first such element on the standard input.
first_id() { sed -nE "s/.*<$1 [^>]*id=\"([^\"]+)\".*/\1/p" | head -n 1; }

a_host_is_up() { rest GET /hosts | grep -q '<status>up</status>'; }

# vm_is WORDS: the machine whose id is in $vm has one of these statuses, 'up\|powering_up'.
vm_is() { rest GET "/vms/$vm" | grep -q "^ *<status>\($1\)</status>"; }

# own_libvirt HOME: sets uri to a libvirt to use: the system's where it answers; for root else one of its own under HOME, which tidy_libvirt ends.
own_libvirtd=''
own_libvirt() {
  if [ "$(id -u)" -eq 0 ] && ! virsh -q -c qemu:///system version > /dev/null 2>&1; then
    uri=$("$ROOT/releng/libvirtd-private" start "$1")
    own_libvirtd=$1
  else
    uri=$(virsh -q -c qemu:///system uri 2> /dev/null || echo qemu:///session)
  fi
}

tidy_libvirt() {
  if [ -n "$own_libvirtd" ]; then
    virsh -q -c "$uri" list --name | grep . | xargs -r -n 1 virsh -q -c "$uri" destroy > /dev/null 2>&1 || true
    "$ROOT/releng/libvirtd-private" stop "$own_libvirtd" || true
    own_libvirtd=''
  fi
}
