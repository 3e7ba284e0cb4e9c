# istio-roadmap: the prompt for zsh. Each time before it is shown, ISTIO_ROADMAP_PROMPT gets what ISTIO_ROADMAP_FORMAT asks for of the
# roadmap, without starting a process: the program leaves it in a file of one line.

zmodload zsh/datetime 2>/dev/null
typeset -gF __istio_roadmap_next=0
typeset -gi __istio_roadmap_pause=1
typeset -g __istio_roadmap_seen= __istio_roadmap_text=

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
  if (( $#name > 60 )); then name=${name[-60,-1]}; fi
  case ${XDG_STATE_HOME-} in
    /*) file=$XDG_STATE_HOME/istio-roadmap/prompt/$name ;;
    *) if [[ ${HOME-} == /* ]]; then file=$HOME/.local/state/istio-roadmap/prompt/$name; fi ;;
  esac
}

# At most one a second, and fewer where nothing comes of it. In a subshell, whose jobs are no jobs of this shell.
__istio_roadmap_refresh() {
  local -F now=${EPOCHREALTIME:-$SECONDS}
  if [[ $1 != "$__istio_roadmap_seen" ]]; then __istio_roadmap_pause=1; fi
  if (( now < __istio_roadmap_next )); then return; fi
  __istio_roadmap_seen=$1
  (( __istio_roadmap_next = now + __istio_roadmap_pause ))
  if (( __istio_roadmap_pause < 64 )); then (( __istio_roadmap_pause *= 2 )); fi
  (command istio-roadmap __refresh </dev/null &>/dev/null &)
}

__istio_roadmap_update() {
  emulate -L zsh
  setopt no_bg_nice
  local key file line= stale= text=
  local -a fields
  local -i i
  __istio_roadmap_locate
  if [[ -n $file && -r $file ]]; then { IFS= read -r line <$file } 2>/dev/null; fi
  fields=("${(@ps:\x1f:)line}")
  if [[ ${fields[1]-} != 1 || ${fields[2]-} != "$key" ]]; then
    fields=()
    stale=1
  fi
  for (( i = 10; i <= $#fields; i += 3 )); do
    if [[ ${fields[i+1]} == - ]]; then
      if [[ -e ${fields[i]} ]]; then stale=1; fi
    elif [[ ! -e ${fields[i]} || ${fields[i]} -nt $file ]]; then
      stale=1
    fi
  done
  if [[ -n ${fields[5]-} ]]; then
    text='{done}/{total} {percent}%'
    text=${ISTIO_ROADMAP_FORMAT-$text}
    text=${text//'{done}'/${fields[4]}}
    text=${text//'{total}'/${fields[5]}}
    text=${text//'{doing}'/${fields[6]}}
    text=${text//'{percent}'/${fields[7]}}
    text=${text//'{level}'/${fields[8]}}
    text=${text//'{next}'/${fields[9]}}
  fi
  __istio_roadmap_text=$text
  # PROMPT reads a percent sign as the beginning of a sequence.
  typeset -g ISTIO_ROADMAP_PROMPT=${text//\%/%%}
  if [[ -n $stale && -n $file ]]; then __istio_roadmap_refresh "$line"; fi
}

# The same as text, for those who would rather call it.
istio_roadmap_prompt() {
  __istio_roadmap_update
  if [[ -n $__istio_roadmap_text ]]; then print -r -- "$__istio_roadmap_text"; fi
}

autoload -Uz add-zsh-hook && add-zsh-hook precmd __istio_roadmap_update
