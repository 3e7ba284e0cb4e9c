# istio-roadmap: the prompt for bash. Each time before it is shown, ISTIO_ROADMAP_PROMPT gets what ISTIO_ROADMAP_FORMAT asks for of the
# roadmap, without starting a process: the program leaves it in a file of one line.

__istio_roadmap_next=0
__istio_roadmap_pause=1
__istio_roadmap_seen=

# Sets the key and the file of the summary in the variables of its caller, as src/store/summary.ts does.
__istio_roadmap_locate() {
  local dir=${PWD%/} name
  key=${ISTIO_ROADMAP-} file=
  if [[ $key == ./* ]]; then
    key=${key#.}
    while [[ $key == /* ]]; do key=${key#/}; done
  fi
  case $key in
    '')
      until [[ -e $dir/.istio-roadmap.yaml || -z $dir ]]; do dir=${dir%/*}; done
      if [[ -e $dir/.istio-roadmap.yaml ]]; then key=$dir/.istio-roadmap.yaml; fi
      ;;
    /*) ;;
    *[./\\]*) key=$dir/$key ;;
  esac
  case $key in
    '') name=default ;;
    /*) name=${key//\//%} ;;
    *) name="=$key" ;;
  esac
  if ((${#name} > 60)); then name=${name: -60}; fi
  case ${XDG_STATE_HOME-} in
    /*) file=$XDG_STATE_HOME/istio-roadmap/prompt/$name ;;
    *) if [[ ${HOME-} == /* ]]; then file=$HOME/.local/state/istio-roadmap/prompt/$name; fi ;;
  esac
}

# At most one a second, and fewer where nothing comes of it. In a subshell, whose jobs are no jobs of this shell.
__istio_roadmap_refresh() {
  local now=${SECONDS}000000
  if [[ -n ${EPOCHREALTIME-} ]]; then now=${EPOCHREALTIME//[!0-9]/}; fi
  if [[ $1 != "$__istio_roadmap_seen" ]]; then __istio_roadmap_pause=1; fi
  if ((now < __istio_roadmap_next)); then return; fi
  __istio_roadmap_seen=$1
  __istio_roadmap_next=$((now + __istio_roadmap_pause * 1000000))
  if ((__istio_roadmap_pause < 64)); then __istio_roadmap_pause=$((__istio_roadmap_pause * 2)); fi
  (command istio-roadmap __refresh </dev/null >/dev/null 2>&1 &)
}

__istio_roadmap_update() {
  local status=$? IFS=$'\037' key file fields i stale= text=
  fields=()
  __istio_roadmap_locate
  if [[ -n $file && -r $file ]]; then { read -r -a fields <"$file"; } 2>/dev/null; fi
  if [[ ${fields[0]-} != 1 || ${fields[1]-} != "$key" ]]; then
    fields=()
    stale=1
  fi
  for ((i = 9; i < ${#fields[@]}; i += 3)); do
    if [[ ${fields[i + 1]} == - ]]; then
      if [[ -e ${fields[i]} ]]; then stale=1; fi
    elif [[ ! -e ${fields[i]} || ${fields[i]} -nt $file ]]; then
      stale=1
    fi
  done
  if [[ -n ${fields[4]-} ]]; then
    text='{done}/{total} {percent}%'
    text=${ISTIO_ROADMAP_FORMAT-$text}
    text=${text//'{done}'/"${fields[3]}"}
    text=${text//'{total}'/"${fields[4]}"}
    text=${text//'{doing}'/"${fields[5]}"}
    text=${text//'{percent}'/"${fields[6]}"}
    text=${text//'{level}'/"${fields[7]}"}
    text=${text//'{next}'/"${fields[8]}"}
  fi
  ISTIO_ROADMAP_PROMPT=$text
  if [[ -n $stale && -n $file ]]; then __istio_roadmap_refresh "${fields[*]-}"; fi
  return "$status"
}

# The same as text, for those who would rather call it.
istio_roadmap_prompt() {
  __istio_roadmap_update
  if [[ -n $ISTIO_ROADMAP_PROMPT ]]; then printf '%s\n' "$ISTIO_ROADMAP_PROMPT"; fi
}

case ${PROMPT_COMMAND[*]-} in
  *__istio_roadmap_update*) ;;
  # Before what makes PS1 of it.
  *) PROMPT_COMMAND="__istio_roadmap_update${PROMPT_COMMAND:+; $PROMPT_COMMAND}" ;;
esac
