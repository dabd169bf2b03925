# Read by the start scripts beside it, never run: options, Java, and the call. The script has set
#   name     its own name
#   about    what it starts, for --help
#   takes    the options that it takes, of those below
#   jvm      options for Java
#   program  properties for Equinox
#   errands  words that start a short program on the home instead, if any: backup and restore

needed=21

say() { printf '%s\n' "$*" >&2; }
wrong() { say "$name: $*; see --help"; exit 64; }

help() {
  echo "usage: $name [OPTIONS]"
  [ -z "${doctor:-}" ] || echo "       $name doctor [--home DIR] [--listen H:P] [--libvirt URI] [--engine URL] [--json]"
  [ -z "${errands:-}" ] || echo "       $name backup|restore [--home DIR] [--jdbc URL] [--force] FILE"
  echo
  echo "Starts $about."
  if [ -n "${doctor:-}" ]; then
    echo "doctor looks whether this machine can be a host, and says how to mend what is wrong; it ends with 1 then."
    echo
  fi
  if [ -n "${errands:-}" ]; then
    echo "backup writes the engine's state, with its keys, into a new FILE; the engine may run. restore puts it"
    echo "into the home of an engine that does not run."
  fi
  echo
  for option in $takes; do
    case $option in
      --home) echo "  --home DIR        where all state is; default: hostelry in the user's data folder" ;;
      --port) echo "  --port N          port of the door, over TLS" ;;
      --libvirt) echo "  --libvirt URI     the libvirt to use; default: qemu:///system if it answers, else qemu:///session;"
        echo "                    for root where none runs a libvirtd of its own" ;;
      --sim) echo "  --sim HOSTS:VMS   a simulated estate instead, such as 3:20" ;;
      --engine) if [ "$name" = hostelry-node ]; then
          echo "  --engine URL      ask this engine to take this machine as a host; needed once, with --token or --fingerprint"
          continue
        fi
        echo "  --engine URL      the window of an engine on another machine, such as https://engine.example.com:8443;"
        echo "                    no engine is started here" ;;
      --no-node) echo "  --no-node         no node in this process" ;;
      --listen) echo "  --listen H:P      host and port to listen at; default: 0.0.0.0:54321" ;;
      --jdbc) echo "  --jdbc URL        the PostgreSQL to use, such as jdbc:postgresql://HOST/DATABASE?user=NAME; without a"
        echo "                    password, which belongs into engine.properties in the home (jdbc.password=...)" ;;
      --issue-node) echo "  --issue-node NAME:HOST[,HOST...]:FILE.p12"; echo "                    write the identity of a node that is called by these names, and end; this"; echo "                    works while the engine runs too. FILE.p12 and FILE.password go to the node" ;;
      --identity) echo "  --identity FILE   bring in the identity that hostelry-engine --issue-node has written"
        echo "                    (FILE.p12, with FILE.password beside it); needed once" ;;
      --fingerprint) echo "  --fingerprint F   SHA-256 of the engine's authority, as its window shows it: so that it is the right engine" ;;
      --token) echo "  --token TOKEN     lets this machine ask; holds the fingerprint, too. Better in the variable HOSTELRY_JOIN_TOKEN,"
        echo "                    which others on this machine can't read" ;;
      --address) echo "  --address HOST    name or address under which the engine is to call this machine; default: the one it sees" ;;
      --anew) echo "  --anew            ask although this machine has an identity already" ;;
      --headless) echo "  --headless        without a window" ;;
    esac
  done
  [ -z "${errands:-}" ] || echo "  --force           restore: what is there is moved aside, not refused"
  echo "  --help            this text"
  echo
  echo "Java $needed or later is taken from HOSTELRY_JAVA, JAVA_HOME or PATH; HOSTELRY_OPTS holds further options for Java."
}

# java_version JAVA: its feature version; empty where it is no Java.
java_version() {
  [ -x "$1" ] && [ ! -d "$1" ] || return 0
  release=$(dirname "$(dirname "$(readlink -f "$1")")")/release
  if [ -r "$release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release")
  else
    version=$("$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  printf '%s\n' "$version" | sed -n 's/^1\.//;s/^\([0-9]\{1,3\}\).*/\1/p'
}

# good_java JAVA: is it new enough? Otherwise it is kept in mind for the message.
good_java() {
  found=$(java_version "$1")
  if [ -z "$found" ]; then
    seen="$seen; $1 is no Java"
  elif [ "$found" -lt "$needed" ]; then
    seen="$seen; $1 is Java $found"
  else
    java=$1
  fi
  [ -n "$java" ]
}

find_java() {
  java='' seen=''
  if [ -n "${HOSTELRY_JAVA:-}" ]; then
    chosen=$HOSTELRY_JAVA
    [ ! -d "$chosen" ] || chosen=$chosen/bin/java
    if good_java "$chosen"; then return; fi
    say "$name: HOSTELRY_JAVA does not name a Java $needed or later$seen. Set it to the home or the program of one."
    exit 69
  fi
  if [ -n "${JAVA_HOME:-}" ] && good_java "$JAVA_HOME/bin/java"; then return; fi
  if path=$(command -v java) && good_java "$path"; then return; fi
  say "$name: no Java $needed or later in JAVA_HOME or PATH$seen. Install one, or set HOSTELRY_JAVA to it."
  exit 69
}

home='' port='' libvirt='' sim='' node='' headless='' listen='' issue='' identity='' engine='' fingerprint='' address='' anew='' jdbc='' errand='' force='' file='' json=''
if [ -n "${doctor:-}" ] && [ "${1:-}" = doctor ]; then
  errand=doctor
  takes='--home --listen --libvirt --engine --json'
  shift
fi
case " ${errands:-} " in
  *" ${1:-none} "*)
    errand=$1
    takes='--home --jdbc --force'
    shift
    ;;
esac
while [ $# -gt 0 ]; do
  case $1 in
    --*=*)
      given=$1
      shift
      set -- "${given%%=*}" "${given#*=}" "$@"
      ;;
  esac
  case $1 in
    -h | --help) help; exit 0 ;;
  esac
  case $1 in
    -*) ;;
    *) if [ -n "$errand" ] && [ "$errand" != doctor ] && [ -z "$file" ] && [ -n "$1" ]; then file=$1; shift; continue; fi ;;
  esac
  case " $takes " in
    *" $1 "*) ;;
    *) say "$name: unknown option $1"; help >&2; exit 64 ;;
  esac
  case $1 in
    --headless) headless=yes; shift; continue ;;
    --no-node) node=off; shift; continue ;;
    --anew) anew=true; shift; continue ;;
    --json) json=true; shift; continue ;;
    --force) force=true; shift; continue ;;
  esac
  [ $# -ge 2 ] && [ -n "$2" ] || wrong "$1 needs a value"
  case $1 in
    --home) home=$2 ;;
    --port) port=$2 ;;
    --libvirt) libvirt=$2 ;;
    --sim) sim=$2 ;;
    --engine) engine=$2 ;;
    --fingerprint) fingerprint=$2 ;;
    --token) HOSTELRY_JOIN_TOKEN=$2; export HOSTELRY_JOIN_TOKEN ;;
    --address) address=$2 ;;
    --listen) listen=$2 ;;
    --issue-node) issue=$2 ;;
    --identity) identity=$2 ;;
    --jdbc) jdbc=$2 ;;
  esac
  shift 2
done

case $port in
  *[!0-9]* | ??????*) wrong "--port wants a number from 1 to 65535, not '$port'" ;;
esac
case $home in
  '' | /*) ;;
  *) home=$PWD/$home ;;
esac
case $identity in
  '' | /*) ;;
  *) identity=$PWD/$identity ;;
esac
case $jdbc in
  '' | jdbc:postgresql:* | jdbc:h2:*) ;;
  *) wrong "--jdbc wants a URL such as jdbc:postgresql://HOST/DATABASE" ;;
esac
case $jdbc in
  *[Pp][Aa][Ss][Ss][Ww][Oo][Rr][Dd]=*) wrong "a password on a command line can be read by everybody: write jdbc.password=... into engine.properties in the home" ;;
esac
if [ -n "$errand" ] && [ "$errand" != doctor ]; then
  [ -n "$file" ] || wrong "$errand wants the name of a file"
  case $file in
    /*) ;;
    *) file=$PWD/$file ;;
  esac
fi
[ -z "$sim" ] || [ -z "$libvirt" ] || wrong "--sim and --libvirt exclude each other"

case $engine in
  '' | https://?*) ;;
  *) wrong "--engine wants an address that begins with https://, not '$engine'" ;;
esac
[ -z "$engine" ] || [ -z "$headless" ] || wrong "--engine and --headless exclude each other"

find_java
launcher=$(ls "$here"/plugins/org.eclipse.equinox.launcher_*.jar 2>/dev/null | tail -n 1)
if [ -z "$launcher" ]; then
  say "$name: $here/plugins is not complete; unpack the archive anew."
  exit 69
fi

if [ "$errand" = doctor ]; then
  set -- "-Dlogback.configurationFile=$here/logback.xml"
  [ -z "$home" ] || set -- "$@" "-Dhostelry.home=$home"
  [ -z "$libvirt" ] || set -- "$@" "-Dhostelry.libvirt=$libvirt"
  [ -z "$listen" ] || set -- "$@" "-Dhostelry.node.listen=$listen"
  [ -z "$engine" ] || set -- "$@" "-Dhostelry.engine=$engine"
  [ -z "$json" ] || set -- "$@" -Dhostelry.doctor.json=true
  # shellcheck disable=SC2086
  exec "$java" -XX:TieredStopAtLevel=1 ${HOSTELRY_OPTS:-} "$@" -cp "$here/plugins/*" "$doctor"
fi

# A program of its own, without a framework; libraries that are wrapped into bundles lie in folders.
if [ -n "$errand" ]; then
  set -- "-Dlogback.configurationFile=$here/logback.xml"
  [ -z "$home" ] || set -- "$@" "-Dhostelry.home=$home"
  [ -z "$jdbc" ] || set -- "$@" "-Dhostelry.jdbc=$jdbc"
  [ -z "$force" ] || set -- "$@" -Dhostelry.restore.force=true
  # shellcheck disable=SC2086
  exec "$java" -XX:TieredStopAtLevel=1 ${HOSTELRY_OPTS:-} "$@" -cp "$here/plugins/*$(printf ':%s/*' "$here"/plugins/hostelry.wrap.*/lib)" \
    hostelry.engine.store.backup.Errand "$errand" "$file"
fi

# What Equinox unpacks and remembers is a cache of its own for each installation and home: an installation may be read-only, and two
# engines may be started from one.
place=$(printf '%s\n' "$here" "$home" | cksum | tr -c '0-9\n' -)
caches=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/hostelry
cache=$caches/$name-$place
# Caches whose installation is gone, or since yesterday whose home, are of no more use.
if mkdir -p "$cache" 2> /dev/null && printf '%s\n%s\n' "$here" "$home" > "$cache/whose"; then
  for other in "$caches"/*/whose; do
    { IFS= read -r their_here && IFS= read -r their_home; } < "$other" || continue
    if [ ! -d "$their_here" ] || { [ -n "$their_home" ] && [ ! -d "$their_home" ] && [ -n "$(find "$other" -mtime +0)" ]; }; then
      rm -rf -- "${other%/whose}"
    fi
  done
fi

# shellcheck disable=SC2086  # several options in one word, meant to be split
set -- $jvm --enable-native-access=ALL-UNNAMED $program \
  "-Dlogback.configurationFile=$here/logback.xml" \
  "-Djava.util.logging.config.file=$here/logging.properties" \
  "-Dosgi.sharedConfiguration.area=file:$here/configuration/" \
  "-Dosgi.configuration.cascaded=true" \
  "-Dosgi.configuration.area=$cache"
[ -z "$home" ] || set -- "$@" "-Dhostelry.home=$home"
[ -z "$port" ] || set -- "$@" "-Dhostelry.port=$port"
[ -z "$libvirt" ] || set -- "$@" "-Dhostelry.libvirt=$libvirt"
[ -z "$sim" ] || set -- "$@" "-Dhostelry.sim=$sim"
[ -z "$engine" ] || set -- "$@" "-Dhostelry.engine=$engine"
[ -z "$fingerprint" ] || set -- "$@" "-Dhostelry.node.fingerprint=$fingerprint"
[ -z "$address" ] || set -- "$@" "-Dhostelry.node.address=$address"
[ -z "$anew" ] || set -- "$@" -Dhostelry.node.anew=true
[ -z "$jdbc" ] || set -- "$@" "-Dhostelry.jdbc=$jdbc"
[ -z "$node" ] || set -- "$@" "-Dhostelry.node=$node"
[ -z "$listen" ] || set -- "$@" "-Dhostelry.node.listen=$listen"
[ -z "$identity" ] || set -- "$@" "-Dhostelry.node.identity.file=$identity"
# An errand beside an engine that may run: nothing but the home and its keys is started, and a cache of its own is taken.
[ -z "$issue" ] || set -- "$@" "-Dhostelry.issue-node=$issue" -Dhostelry.home.visit=true -Dosgi.startLevel=4 "-Dosgi.configuration.area=$cache-errand"
