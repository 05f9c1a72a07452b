# What the scripts say, and how: every sentence in Japanese and in English, to
# stderr, so that stdout carries only the program's own output. Sourced.
# shellcheck shell=bash

# say <日本語> <English>
say() {
  printf '%s\n%s\n' "$1" "$2" >&2
}

# stop <日本語> <English>: says why it cannot go on, and ends.
stop() {
  say "中止しました: $1" "Stopped: $2"
  exit 1
}

# quietly <what, 日本語> <what, English> <command …>
# Runs a command and shows its output only when it fails. What takes longer
# than a few seconds is announced, and reported again every minute.
quietly() {
  local japanese=$1 english=$2 log pid began=$SECONDS next=4 code=0
  shift 2
  mkdir -p "$ENTAKU_CACHE/logs"
  log=$(mktemp "$ENTAKU_CACHE/logs/run.XXXXXX")
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  # A background command ignores Ctrl-C; pass it on.
  trap 'kill "$pid" 2>/dev/null; rm -f "$log"; exit 130' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    if ((SECONDS - began >= next)); then
      say "$japanese（$((SECONDS - began)) 秒経過）" "$english ($((SECONDS - began)) s)"
      next=$((next + 60))
    fi
  done
  wait "$pid" || code=$?
  trap - INT TERM
  if ((code != 0)); then
    cat "$log" >&2
  fi
  rm -f "$log"
  return "$code"
}
