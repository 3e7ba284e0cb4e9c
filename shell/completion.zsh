#compdef istio-roadmap
# istio-roadmap: completion for zsh.

_istio-roadmap() {
  local out line kind
  local -a lines entries
  out=$(command istio-roadmap __complete zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null </dev/null) || return 1
  lines=("${(@f)out}")
  kind=$lines[1]
  if [[ $PREFIX == --*=* ]]; then
    # What is quoted behind the sign cannot be put back.
    if [[ $PREFIX == --*=[\"\']* ]]; then return 1; fi
    compset -P 1 '*='
  fi
  for line in "${(@)lines[2,-1]}"; do
    [[ -n $line ]] || continue
    # The value and what is said of it are apart by a tab; to _describe by a colon.
    local value=${line%%$'\t'*} said=${line#*$'\t'}
    entries+=("${${value//\\/\\\\}//:/\\:}${said:+:$said}")
  done
  local ret=1
  case $kind in
    roadmaps) _files -g '*.(md|markdown|yaml|yml|json|org|txt)(-.)' && ret=0 ;;
    files) _files && ret=0 ;;
  esac
  if [[ $kind == instead ]]; then
    # Found by its title: what is typed goes.
    _describe -V 'istio-roadmap' entries -U && ret=0
  elif (( $#entries )); then
    _describe -V 'istio-roadmap' entries && ret=0
  fi
  return ret
}

if [[ ${funcstack[1]-} == _istio-roadmap ]]; then
  _istio-roadmap "$@"
else
  typeset -ga __istio_roadmap_names=(istio-roadmap)
  # compinit may come later in .zshrc: then the first prompt finds it.
  __istio_roadmap_compdef() {
    if (( ${+functions[compdef]} )); then compdef _istio-roadmap $__istio_roadmap_names; fi
    add-zsh-hook -d precmd __istio_roadmap_compdef
  }
  autoload -Uz add-zsh-hook && add-zsh-hook precmd __istio_roadmap_compdef
  if (( ${+functions[compdef]} )); then __istio_roadmap_compdef; fi
fi
