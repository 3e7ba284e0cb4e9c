# istio-roadmap: completion for bash.

__istio_roadmap_complete() {
  local out kind line
  COMPREPLY=()
  # What is before the cursor, as text: nothing of it is run or expanded, and the program finds its words and those that bash makes of it.
  out=$(command istio-roadmap __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "${COMP_TYPE-}" "${COLUMNS-}" \
    2>/dev/null </dev/null) || return 0
  while IFS= read -r line; do
    if [[ -z ${kind-} ]]; then kind=$line; else COMPREPLY+=("$line"); fi
  done <<<"$out"
  # Before bash 4 there is no compopt, and names are sorted.
  if ((BASH_VERSINFO[0] >= 4)); then
    compopt -o nosort 2>/dev/null
    if [[ $kind == files ]]; then compopt -o filenames; fi
  fi
}
complete -F __istio_roadmap_complete istio-roadmap
