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
    tail -n "+$from" "$LOG" | grep -E '\[ERROR\]|error|Error|FAIL' | head -n 15 >&2 || true
    tail -n 15 "$LOG" >&2
  fi
  return "$rc"
}

# --- system packages ----------------------------------------------------------------------------------------------

have_package() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_packages NAME...: installs what is missing when root, otherwise says how to.
need_packages() {
  local p missing=()
  command -v dpkg-query > /dev/null || die "$EX_UNAVAILABLE" "this is no Debian; install the equivalents of: $*"
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

# --- is the build up to date? -------------------------------------------------------------------------------------

readonly BUILD_STAMP=$ROOT/product/target/.built-from

# A fingerprint of all that goes into the products, changed and untracked files too.
sources_fingerprint() (
  cd "$ROOT" || exit
  inputs=(pom.xml .mvn targetplatform bundles agent features product releng/emfgen)
  if git rev-parse --git-dir > /dev/null 2>&1; then
    git ls-files -co --exclude-standard -z -- "${inputs[@]}"
  else
    find "${inputs[@]}" -type f -not -path '*/target/*' -print0 2>/dev/null | sort -z
  fi | xargs -0 -r sha1sum 2>/dev/null | sha1sum | cut -d' ' -f1
)

built_up_to_date() {
  [ -s "$BUILD_STAMP" ] && [ -d "$ROOT/product/target/products" ] && [ "$(cat "$BUILD_STAMP")" = "$(sources_fingerprint)" ]
}
