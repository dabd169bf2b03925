# shellcheck shell=bash
# What every command in releng/ and tests/lab/ needs: plain messages, a log, system packages, a JDK, Maven, and
# knowing whether the build is up to date. Sourced, never run.

# Exit codes from sysexits.h, so that a caller can tell "you asked wrongly" from "the machine lacks something".
readonly EX_USAGE=64 EX_UNAVAILABLE=69 EX_SOFTWARE=70 EX_CANTCREAT=73 EX_NOPERM=77

# Shells that check this file alone do not see its readers.
export EX_USAGE EX_SOFTWARE EX_CANTCREAT EX_NOPERM

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly ROOT JDK_NEEDED=21 MAVEN_VERSION=3.9.16

say() { printf '%s\n' "$*" >&2; }
die() { local code=$1; shift; say "$(basename "$0"): $*"; exit "$code"; }

# --- log and progress ---------------------------------------------------------------------------------------------

LOG=

# log_start NAME: everything that phase runs goes into this file.
log_start() {
  mkdir -p "$ROOT/.logs" 2>/dev/null || die "$EX_CANTCREAT" "cannot create $ROOT/.logs for the log"
  LOG=$ROOT/.logs/$1-$(date +%Y%m%d-%H%M%S)-$$.log
  : > "$LOG"
  say "Log: ${LOG#"$ROOT"/}"
}

# phase TEXT COMMAND...: runs the command into the log, with a line at its start and end and a sign of life between.
# Answers the command's exit code; on a failure the end of the log is shown.
phase() {
  local text=$1 rc=0 ticker start=$SECONDS from
  shift
  [ -n "$LOG" ] || log_start "$(basename "$0")"
  from=$(($(wc -l < "$LOG") + 1))
  printf '\n== %s: %s\n' "$text" "$*" >> "$LOG"
  say "  .. $text"
  ( while sleep 30; do say "     $text: $((SECONDS - start)) s"; done ) &
  ticker=$!
  "$@" >> "$LOG" 2>&1 < /dev/null || rc=$?
  { kill "$ticker" && wait "$ticker"; } 2>/dev/null || true
  if [ "$rc" -eq 0 ]; then
    say "  ok $text ($((SECONDS - start)) s)"
  else
    say "  !! $text failed with exit code $rc after $((SECONDS - start)) s; the end of ${LOG#"$ROOT"/}:"
    # Maven's own last lines are advice; what is wrong stands before them.
    { tail -n "+$from" "$LOG" | grep -E '^\[ERROR\] +[^ ]' | grep -vE 'Re-run Maven|full stack trace|possible solutions|\] \[Help' \
      || tail -n "+$from" "$LOG"; } | tail -n 15 >&2 || true
  fi
  return "$rc"
}

# --- system packages ----------------------------------------------------------------------------------------------

have_package() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_packages NAME...: installs what is missing when root, otherwise says how to.
need_packages() {
  local p missing=()
  if ! command -v dpkg-query > /dev/null; then
    say "This is no Debian, so it was not checked whether these are installed: $*"
    return 0
  fi
  for p; do have_package "$p" || missing+=("$p"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    die "$EX_UNAVAILABLE" "system packages are missing. Run: sudo apt-get install --no-install-recommends ${missing[*]}"
  fi
  phase "install ${missing[*]}" install_quietly "${missing[@]}" \
    || die "$EX_UNAVAILABLE" "apt-get could not install: ${missing[*]}"
}

# The lock keeps two commands started together from restoring each other's policy file.
install_quietly() (
  export DEBIAN_FRONTEND=noninteractive
  exec 9> /run/lock/hostelry-apt && flock 9 || exit
  policy=/usr/sbin/policy-rc.d
  # An interrupted run must not leave our policy behind, so the old one is kept beside it.
  trap 'if [ -e $policy.hostelry ]; then mv $policy.hostelry $policy; else rm -f $policy; fi' EXIT
  trap 'exit 130' INT TERM
  [ ! -e $policy ] || [ -e $policy.hostelry ] || mv $policy $policy.hostelry
  # No daemon may start as a side effect: this may be a container, and it is not ours to decide.
  printf '#!/bin/sh\nexit 101\n' > $policy
  chmod 755 $policy
  apt-get update -q && apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
)

# --- JDK and Maven ------------------------------------------------------------------------------------------------

# jdk_major HOME: the feature version of the JDK there, or 0 where there is none that can compile.
jdk_major() {
  local v
  if [ ! -x "$1/bin/java" ] || [ ! -x "$1/bin/javac" ]; then echo 0; return; fi
  v=$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac (1\.)?([0-9]+).*/\2/p' | head -n 1)
  echo "${v:-0}"
}

# find_jdk: sets and exports JAVA_HOME to a JDK that is new enough; the one already named there wins.
find_jdk() {
  local home seen=""
  while read -r home; do
    [ -d "$home" ] || continue
    home=$(readlink -f "$home")
    case "$seen" in *":$home:"*) continue ;; esac
    seen="$seen:$home:"
    if [ "$(jdk_major "$home")" -ge $JDK_NEEDED ]; then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return
    fi
  done < <(jdk_candidates)
  die "$EX_UNAVAILABLE" "no JDK $JDK_NEEDED or newer (with javac) in JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman or ~/.jdks;" \
    "install one, for example Eclipse Temurin $JDK_NEEDED, or set JAVA_HOME to it"
}

jdk_candidates() {
  local java
  echo "${JAVA_HOME:-}"
  if java=$(command -v java); then dirname "$(dirname "$(readlink -f "$java")")"; fi
  # Newest first, as the names go.
  printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* /usr/local/lib/jvm/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* | sort -rV
}

# find_maven: sets MVN to a Maven 3.9 or newer, fetching one into .tools/ when the system's is older.
find_maven() {
  local major minor
  MVN=$ROOT/.tools/apache-maven-$MAVEN_VERSION/bin/mvn
  [ ! -x "$MVN" ] || return 0
  command -v mvn > /dev/null || need_packages maven
  IFS=. read -r major minor _ < <(mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p' | head -n 1) || true
  if [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 9 ]; }; then
    MVN=mvn
    return 0
  fi
  phase "fetch Maven $MAVEN_VERSION from Maven Central" fetch_maven \
    || die "$EX_UNAVAILABLE" "Maven $MAVEN_VERSION could not be fetched from Maven Central"
}

# Runs outside the tree: a Maven before 3.9 cannot load the Tycho that the tree's extensions name.
fetch_maven() (
  mkdir -p "$ROOT/.tools" && away=$(mktemp -d) || exit
  trap 'rm -rf "$away"' EXIT
  cd "$away" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" -DoutputDirectory="$away/unpacked" \
    && chmod +x "$away/unpacked/apache-maven-$MAVEN_VERSION/bin/mvn" \
    && mv "$away/unpacked/apache-maven-$MAVEN_VERSION" "$ROOT/.tools/"
)

# The libraries that Maven Central has not as OSGi bundles are wrapped by a small build of their own, into the local
# repository. What it was made from is noted there, because other clones on this machine share that repository.
install_wraps() {
  local recipe made repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
  recipe=$(find "$ROOT/targetplatform/wraps" -name target -prune -o -type f -print0 | sort -z | xargs -0 cat | sha1sum | cut -d' ' -f1)
  made=$repository/hostelry/wrap/.made-from
  [ "$(cat "$made" 2> /dev/null)" != "$recipe" ] || return 0
  phase "wrap libraries that are no bundles" "$MVN" -B -ntp -f "$ROOT/targetplatform/wraps/pom.xml" clean install || return
  if [ -d "$(dirname "$made")" ]; then echo "$recipe" > "$made"; fi
}

# One build at a time in one tree; whoever comes second waits.
one_build_at_a_time() {
  mkdir -p "$ROOT/.tools"
  exec 7> "$ROOT/.tools/lock"
  flock -n 7 || { say "Another build runs in this tree; waiting for it."; flock 7; }
}

# --- classes that are older than what they call ----------------------------------------------------------------------

# all_above MANIFEST-FOLDERS...: of the bundles whose folders stand on the standard input those, and all that import from them, also by others.
all_above() {
  awk '
    function names(value, into, n, i, part) {
      gsub(/"[^"]*"/, "", value)
      n = split(value, part, ",")
      for (i in into) delete into[i]
      for (i = 1; i <= n; i++) { sub(/;.*/, "", part[i]); gsub(/[ \t\r]/, "", part[i]); if (part[i] != "") into[part[i]] = 1 }
    }
    function header(line, folder, key, value, name) {
      key = line; sub(/:.*/, "", key)
      value = substr(line, length(key) + 2)
      names(value, list)
      if (key == "Bundle-SymbolicName") for (name in list) at["bundle " name] = folder
      if (key == "Export-Package") for (name in list) at["package " name] = folder
      if (key == "Import-Package") for (name in list) wants[folder, "package " name] = 1
      if (key == "Require-Bundle" || key == "Fragment-Host") for (name in list) wants[folder, "bundle " name] = 1
    }
    FNR == NR { stale[$0] = 1; next }
    FNR == 1 { if (line != "") header(line, folder); line = ""; folder = FILENAME; sub(/\/META-INF\/MANIFEST.MF$/, "", folder) }
    /^ / { line = line substr($0, 2); next }
    { if (line != "") header(line, folder); line = $0 }
    END {
      if (line != "") header(line, folder)
      do {
        more = 0
        for (want in wants) {
          split(want, part, SUBSEP)
          if (!(part[1] in stale) && at[part[2]] in stale) { stale[part[1]] = 1; more = 1 }
        }
      } while (more)
      for (folder in stale) print folder
    }' - "$@" | sort
}

# forget_stale_classes: Tycho compiles the sources that have changed, and no other that calls them: after a change of a signature the callers would fail
# when they run. So where a source of a bundle changed since its classes were made, they go, and those of all bundles above it.
forget_stale_classes() (
  cd "$ROOT" || exit
  now=$(mktemp -d)
  trap 'rm -rf "$now"' EXIT
  mapfile -t manifests < <(find bundles agent tests -mindepth 3 -maxdepth 3 -path '*/META-INF/MANIFEST.MF')
  common=$(find pom.xml targetplatform releng/emfgen releng/compiler.prefs -name target -prune -o -type f -print0 | sort -z | xargs -0 sha1sum | sha1sum)
  find bundles agent tests -name target -prune -o -name src-gen -prune -o -type f -print0 | sort -z | xargs -0 sha1sum \
    | awk -v out="$now" '{ split($2, part, "/"); print > (out "/" part[1] "+" part[2]) }'
  changed=()
  for manifest in "${manifests[@]}"; do
    folder=${manifest%/META-INF/MANIFEST.MF}
    echo "$common" >> "$now/${folder/\//+}"
    cmp -s "$now/${folder/\//+}" "$folder/target/.compiled-from" || changed+=("$folder")
  done
  [ ${#changed[@]} -gt 0 ] || exit 0
  while read -r folder; do
    rm -rf "$folder/target/classes"
    mkdir -p "$folder/target"
    # all that is compiled from here on is made of these, or newer
    cp "$now/${folder/\//+}" "$folder/target/.compiled-from"
    echo "compiled whole: $folder" >> "${LOG:-/dev/null}"
  done < <(printf '%s\n' "${changed[@]}" | all_above "${manifests[@]}")
)

# --- a screen of one's own ----------------------------------------------------------------------------------------

# start_screen SIZE: an X server with a window manager, on a number that it picks itself; sets DISPLAY. Both end with
# stop_screen, which the caller puts into its trap.
start_screen() {
  local number
  number=$(mktemp)
  # Without the locks of the caller: a server that is left over must not hold them.
  Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp > /dev/null 2>&1 3> "$number" 7>&- 8>&- 9>&- &
  SCREEN_PIDS=($!)
  for _ in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
  DISPLAY=:$(cat "$number")
  rm -f "$number"
  [ "$DISPLAY" != : ] || die "$EX_UNAVAILABLE" "Xvfb does not start"
  export DISPLAY
  openbox > /dev/null 2>&1 7>&- 8>&- 9>&- &
  SCREEN_PIDS+=($!)
}

stop_screen() {
  local i pid
  for ((i = ${#SCREEN_PIDS[@]} - 1; i >= 0; i--)); do
    pid=${SCREEN_PIDS[i]}
    kill "$pid" 2> /dev/null || true
    # openbox may lock itself up in its own handler of the signal, and whoever waited for it would wait for ever
    for _ in $(seq 50); do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
    kill -KILL "$pid" 2> /dev/null || true
    wait "$pid" 2> /dev/null || true
  done
  SCREEN_PIDS=()
}
SCREEN_PIDS=()

# --- is the build up to date? -------------------------------------------------------------------------------------

readonly BUILD_STAMP=$ROOT/product/target/.built-from

# A fingerprint of all that goes into the products, changed and untracked files too.
sources_fingerprint() (
  cd "$ROOT" || exit
  inputs=(pom.xml .mvn targetplatform bundles agent features product releng/emfgen)
  # Files that are gone, or folders that never were, are no failure.
  {
    if git rev-parse --git-dir > /dev/null 2>&1; then
      git ls-files -co --exclude-standard -z -- "${inputs[@]}"
    else
      find "${inputs[@]}" -type f -not -path '*/target/*' -not -path '*/src-gen/*' -print0 | sort -z
    fi | xargs -0 -r sha1sum || true
  } 2> /dev/null | sha1sum | cut -d' ' -f1
)

built_up_to_date() {
  [ -s "$BUILD_STAMP" ] && [ -d "$ROOT/product/target/products" ] && [ "$(cat "$BUILD_STAMP")" = "$(sources_fingerprint)" ]
}

# product_script NAME: the start script of a product that was built for this machine.
product_script() {
  local script
  script=$(find "$ROOT/product/target/products" -path '*/linux/gtk/x86_64/*' -name "$1" -type f -perm -u+x 2> /dev/null | head -n 1)
  [ -n "$script" ] || die "$EX_SOFTWARE" "the build made no $1 for Linux under product/target/products"
  echo "$script"
}
