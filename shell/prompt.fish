# istio-roadmap: the prompt for fish. `istio_roadmap_prompt` prints what ISTIO_ROADMAP_FORMAT asks for of the roadmap, and keeps it in
# ISTIO_ROADMAP_PROMPT, without starting a process: the program leaves it in a file of one line.

set -g __istio_roadmap_next 0
set -g __istio_roadmap_pause 1
set -g __istio_roadmap_seen

# Prints the key of the summary and its file, as src/store/summary.ts has them.
function __istio_roadmap_locate
    set -l dir (string replace -r '/$' '' -- "$PWD")
    set -l key (string replace -r '^\./+' '' -- "$ISTIO_ROADMAP")
    if test -z "$key"
        while not test -e "$dir/.istio-roadmap.yaml"; and test -n "$dir"
            set dir (string replace -r '/[^/]*$' '' -- $dir)
        end
        if test -e "$dir/.istio-roadmap.yaml"
            set key "$dir/.istio-roadmap.yaml"
        end
    else if string match -qr '^[^/].*[./\\\\]|^[.\\\\]' -- $key
        set key "$dir/$key"
    end
    set -l name default
    switch "$key"
        case ''
        case '/*'
            set name (string sub -s -60 -- (string replace -a / % -- $key))
        case '*'
            set name (string sub -s -60 -- "=$key")
    end
    set -l state "$HOME/.local/state"
    if string match -q '/*' -- "$XDG_STATE_HOME"
        set state $XDG_STATE_HOME
    end
    echo "$key"
    echo "$state/istio-roadmap/prompt/$name"
end

# At most one a second, and fewer where nothing comes of it. Another shell starts it, so that it is no job of this one.
function __istio_roadmap_refresh
    # The time, without a process: when this folder was changed, and how long ago that was.
    set -l now (math (path mtime -- /) + (path mtime -R -- /))
    if test "$argv[1]" != "$__istio_roadmap_seen"
        set -g __istio_roadmap_pause 1
    end
    if test $now -lt $__istio_roadmap_next
        return
    end
    set -g __istio_roadmap_seen $argv[1]
    set -g __istio_roadmap_next (math $now + $__istio_roadmap_pause)
    if test $__istio_roadmap_pause -lt 64
        set -g __istio_roadmap_pause (math $__istio_roadmap_pause x 2)
    end
    command sh -c 'istio-roadmap __refresh </dev/null >/dev/null 2>&1 &' 2>/dev/null
end

function istio_roadmap_prompt --description 'Progress of the roadmap, for a prompt'
    set -l place (__istio_roadmap_locate)
    set -l line
    if test -r "$place[2]"
        read line <"$place[2]"
    end
    set -l fields (string split \x1f -- "$line")
    set -l stale
    if test "$fields[1]" != 1; or test "$fields[2]" != "$place[1]"
        set fields
        set stale 1
    end
    # Of times there are whole seconds: what was changed in the second in which the summary was made may have been changed after it.
    set -l i 10
    while test $i -lt (count $fields)
        set -l now (path mtime -- $fields[$i])
        set -l then (string replace -r '\d{3}(?:\.\d+)?$' '' -- $fields[(math $i + 2)])
        if test "$then" = -
            test -n "$now"; and set stale 1
        else if test "$now" != "$then"; or test "$now" -ge $fields[3]
            set stale 1
        end
        set i (math $i + 3)
    end
    set -l text
    if test -n "$fields[5]"
        set text '{done}/{total} {percent}%'
        if set -q ISTIO_ROADMAP_FORMAT
            set text $ISTIO_ROADMAP_FORMAT
        end
        set -l at 4
        for name in done total doing percent level next
            set text (string replace -a "{$name}" -- "$fields[$at]" "$text")
            set at (math $at + 1)
        end
    end
    set -g ISTIO_ROADMAP_PROMPT $text
    if test -n "$stale"
        __istio_roadmap_refresh "$line"
    end
    if test -n "$text"
        echo $text
    end
end
