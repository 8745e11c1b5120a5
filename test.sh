#!/usr/bin/env bash
# Everything that must hold: builds, checks the style, runs both test projects on both stores.
# Needs .NET SDK 10 and node 20; installs the rest where it can (Debian, as root). Under CI=true nothing may be skipped.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '\n== %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

command -v dotnet >/dev/null || stop "The .NET SDK is missing: install the version global.json names."
command -v node >/dev/null || stop "node is missing: install node 20, the client is built with it."

# --- what the tests use of the machine -------------------------------------------------------------------------------
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
[ -n "$(postgres_bin)" ] || [ -n "${PTCE_POSTGRES:-}" ] || missing+=(postgresql)
[ -n "$(ls /usr/lib/*/libsqlite3.so.0 /lib/*/libsqlite3.so.0 2>/dev/null)" ] || missing+=(libsqlite3-0)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing ${missing[*]}"
        # The tests start a server of their own: the package need not make one.
        mkdir -p /etc/postgresql-common
        [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}"; } >/dev/null \
            || echo "Could not install ${missing[*]}: the tests that need them say so."
    else
        echo "Missing: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}. The tests that need them are skipped."
    fi
fi

# Hundreds of stores come and go: in memory, where there is room, the disk does not set the pace.
stores=
if [ -z "${TMPDIR:-}" ] && [ "$(df --output=avail -m /dev/shm 2>/dev/null | tail -1)" -gt 4000 ] 2>/dev/null; then
    stores=$(mktemp -d /dev/shm/ptce-tests-XXXXXX)
    chmod 711 "$stores" # PostgreSQL's own user passes through
    export TMPDIR=$stores
    trap 'rm -rf "$stores"' EXIT
fi

# --- a PostgreSQL of this run's own: loopback, free port, own folder --------------------------------------------------
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ -z "${PTCE_POSTGRES:-}" ] && [ -n "$(postgres_bin)" ]; then
    bin=$(postgres_bin)
    home=$(mktemp -d "${stores:-/tmp}/ptce-postgres-XXXXXX")
    [ "$(id -u)" != 0 ] || chown postgres "$home"
    trap 'cd /; as_postgres "$bin/pg_ctl" -D "$home/data" -m immediate -s stop || true; rm -rf "$home" ${stores:+"$stores"}' EXIT
    trap 'exit 130' INT TERM
    port=$(node -e 's=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
    (
        cd /
        as_postgres "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
        as_postgres "$bin/pg_ctl" -D "$home/data" -l "$home/log" -s -w start \
            -o "-p $port -c listen_addresses=127.0.0.1 -k $home -c max_connections=300 -c fsync=off"
    ) || { cat "$home/log" 2>/dev/null >&2; stop "PostgreSQL did not start."; }
    export PTCE_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
fi

# --- build, style, tests ---------------------------------------------------------------------------------------------
say "Build"
dotnet restore Ptce.Workspace.sln -v quiet
dotnet build Ptce.Workspace.sln --no-restore -v quiet

say "Style"
style=0
dotnet format Ptce.Workspace.sln --no-restore --verify-no-changes || style=1

# What the programs under test say goes to the file; the screen has the course of the run, and what failed.
course() { awk '/^    .* \[(FAIL|SKIP)\]$/ { on = 1; print; next } on && /^      / { print; next } { on = 0 } /^(   Ptce|  (Discover|Start|Finish)|\[Long Running)/'; }
failures() { awk '/^    .* \[FAIL\]$/ { on = 1; print; next } on && /^      / { print; next } { on = 0 }' "$1"; }

# Passed, failed and skipped, of the line "   Ptce.Workspace.Tests  Total: 5, Errors: 0, Failed: 0, Skipped: 1, Not Run: 0, Time: 1.2s".
sums() { sed -nE 's/^ +Ptce\.[^ ]+ +Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+),.*/\1 \2 \3 \4/p' "$1" | awk '{ p = $1 - $3 - $4; f = $2 + $3; s = $4 } END { print p + 0, f + 0, s + 0 }'; }

# The test program itself: a third quicker than through dotnet test. One that hangs names what it waits for, then is ended.
run() { timeout -k 10 12m "tests/$project/bin/Debug/net10.0/$project" -noLogo -noColor -longRunning 120 "${@:2}" 2>&1 | tee "$1" | course || true; }
ended() { grep -q 'TEST EXECUTION SUMMARY' "$1"; }

# One or two stories that fail among thousands on a busy machine are told once more, alone: what is wrong is wrong again.
holds_alone() {
    local held still stories
    mapfile -t stories < <(sed -nE 's/^    (Ptce\.[A-Za-z0-9_.]+)(\(.*)? \[FAIL\]$/\1/p' "$1")
    [ ${#stories[@]} -eq "$2" ] && [ "$2" -le 2 ] || return 1
    say "$project, once more what failed"
    run "$1.alone" $(printf -- '-method %s ' "${stories[@]}")
    read -r held still _ < <(sums "$1.alone")
    ended "$1.alone" && [ "$held" -gt 0 ] && [ "$still" -eq 0 ] || return 1
    echo "Held alone, not among the others: ${stories[*]}"
}

failed=$style passed=0 broken=0 skipped=0
results=$(mktemp -d)
for project in Ptce.Workspace.Tests Ptce.Workspace.EndToEnd; do
    say "$project"
    lines="$results/$project"
    run "$lines"
    ended "$lines" || { echo "The test program did not come to its end:"; tail -40 "$lines"; failed=1; }
    read -r p f s < <(sums "$lines")
    if [ "$f" -gt 0 ]; then
        if holds_alone "$lines" "$f"; then p=$((p + f)) f=0; else failures "$lines" >> "$results/failures"; fi
    fi
    passed=$((passed + p)) broken=$((broken + f)) skipped=$((skipped + s))
done
[ "$broken" -eq 0 ] || { say "What failed"; cat "$results/failures"; }
rm -rf "$results"

[ "$broken" -eq 0 ] || failed=1
[ $style -eq 0 ] || echo "The style differs: run dotnet format."
[ "$passed" -gt 0 ] || { echo "Nothing ran."; failed=1; }
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then echo "Under CI=true no test may be skipped."; failed=1; fi
printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$broken" "$skipped"
exit $failed
