#!/usr/bin/env bash
# Usage: ./build.sh [build|test|demo|bench|package|clean] [arguments of the demo or benchmark]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
task=${1:-build}
[ $# -eq 0 ] || shift

if [ "$task" = clean ]; then
    rm -rf artifacts output
    exit
fi

if ! command -v dotnet > /dev/null; then
    echo "'dotnet' is not on PATH. Install the .NET 10 SDK and try again." >&2
    exit 1
fi

if ! dotnet msbuild SalesforcePS.sln -restore -p:Configuration=Release -v:quiet -nologo; then
    [ "$task" != test ] || echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi

exec dotnet artifacts/bin/SalesforcePS.Build/release/SalesforcePS.Build.dll "$task" "$@"
