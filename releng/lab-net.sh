# shellcheck shell=bash disable=SC2154
# The network of a lab: a switch in a namespace of its own, to which every machine is plugged, and a line to this machine. Sourced by releng/lab, never run.
#
# The switch has two sides: "mgmt" with addresses (eth0 of the machines), and "guests" without (eth1), for logical networks.
# It is a namespace and not a bridge of this machine, whose packet filters (a Docker's, say) would rule over it.

SWITCH=hlab-$KEY
subnet() { cat "$LAB/net"; }

# choose_subnet: one that nothing on this machine uses; kept with the lab.
choose_subnet() {
  local try net
  [ ! -s "$LAB/net" ] || return 0
  for try in $(seq 100); do
    net=10.$((RANDOM % 200 + 20)).$((RANDOM % 256))
    if ! ip -4 route show table all | grep -qF "$net." && ! ip -4 route show match "$net.1" | grep -qv '^default'; then
      echo "$net" > "$LAB/net"
      return
    fi
  done
  die "$EX_UNAVAILABLE" "no free subnet was found in $try tries"
}

switch_on() {
  local side
  # A namespace whose making was interrupted has a name and nothing behind it.
  ip netns exec "$SWITCH" true 2> /dev/null || { ip netns del "$SWITCH" 2> /dev/null || true; ip netns add "$SWITCH"; }
  ip -n "$SWITCH" link set lo up
  for side in mgmt guests; do
    ip -n "$SWITCH" link show $side > /dev/null 2>&1 || ip -n "$SWITCH" link add $side type bridge
    ip -n "$SWITCH" link set $side up
  done
  if ! ip link show "$SWITCH" > /dev/null 2>&1; then
    ip link add "$SWITCH" type veth peer name desk netns "$SWITCH"
  fi
  ip -n "$SWITCH" link set desk master mgmt up
  ip addr replace "$(subnet).1/24" dev "$SWITCH"
  ip link set "$SWITCH" up
}

switch_off() {
  ip link del "$SWITCH" 2> /dev/null || true
  ip netns del "$SWITCH" 2> /dev/null || true
}

# plug_in MACHINE PID: its cards eth0 and eth1, named after it at the switch.
plug_in() {
  ip link add "$1" netns "$SWITCH" type veth peer name eth0 netns "$2"
  ip link add "$1-g" netns "$SWITCH" type veth peer name eth1 netns "$2"
  ip -n "$SWITCH" link set "$1" master mgmt up
  ip -n "$SWITCH" link set "$1-g" master guests up
}

# unplug MACHINE: the kernel removes the cards of a machine that is gone, but in its own time.
unplug() {
  local port
  for port in "$1" "$1-g"; do ip -n "$SWITCH" link del "$port" 2> /dev/null || true; done
}

# --- partitions -----------------------------------------------------------------------------------------------------
# A line "MACHINE OTHER" in the file "cuts" for each; OTHER may be "everybody". They outlive a machine's power.

sever() {
  heal_pair "$1" "$2"
  echo "$1 $2" >> "$LAB/cuts"
  apply_cut "$1" "$2"
}

# Nothing is refused, as on a broken line: packets go to a card that nobody has, in both directions.
apply_cut() {
  if [ "$2" = everybody ]; then
    if is_on "$1"; then ip -n "$SWITCH" link set "$1" nomaster; fi
    return
  fi
  wrong_way "$1" "$2"
  wrong_way "$2" "$1"
}
wrong_way() { if is_on "$1"; then inside "$1" ip neigh replace "$(address "$2")" lladdr 02:00:00:00:de:ad nud permanent dev eth0; fi; }
right_way() { if is_on "$1"; then inside "$1" ip neigh del "$(address "$2")" dev eth0 2> /dev/null || true; fi; }

cuts_again() {
  local one other
  [ -s "$LAB/cuts" ] || return 0
  while read -r one other <&8; do
    if [ "$one" = "$1" ] || [ "$other" = "$1" ]; then apply_cut "$one" "$other"; fi
  done 8< "$LAB/cuts"
}

heal_pair() {
  if [ "$2" = everybody ]; then
    if is_on "$1"; then ip -n "$SWITCH" link set "$1" master mgmt; fi
  else
    right_way "$1" "$2"
    right_way "$2" "$1"
  fi
  if [ -e "$LAB/cuts" ]; then sed -i "/^$1 $2\$/d;/^$2 $1\$/d" "$LAB/cuts"; fi
}

# heal [MACHINE]
heal() {
  local one other cuts
  [ -s "$LAB/cuts" ] || return 0
  cuts=$(cat "$LAB/cuts")
  while read -r one other <&8; do
    if [ -z "$1" ] || [ "$one" = "$1" ] || [ "$other" = "$1" ]; then heal_pair "$one" "$other"; fi
  done 8<<< "$cuts"
}

cuts_of() { [ ! -s "$LAB/cuts" ] || awk -v me="$1" '$1 == me { print $2 } $2 == me { print $1 }' "$LAB/cuts"; }
cuts_said() { local from; from=$(cuts_of "$1" | tr '\n' ' '); [ -z "$from" ] || echo " cut off from ${from% }"; }
