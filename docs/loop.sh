#!/usr/bin/env bash
# The main loop against the REST interface. Usage and steps: docs/loop.md
set -euo pipefail
cd "$(dirname "$0")"
command -v node >/dev/null || { echo "需要 Node 20 或更高版本（apt-get install nodejs）。" >&2; exit 2; }
exec node loop/loop.mjs "$@"
